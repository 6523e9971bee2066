package org.accountinghub.mappings.fortnox;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.accountinghub.mappings.model.Fields;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.register.RegisterField;

/**
 * How one field of a record is changed.
 *
 * @param name Fortnox's name of the field
 * @param readsAsSent whether it reads as it was sent, mended or cut; else as ours
 */
record FieldWriting(RegisterField field, String name, boolean readsAsSent, Conversion conversion) {

    /** How the field reads afterwards. */
    String reads(Object sent, String ours) {
        return field.canonical(readsAsSent ? sent.toString() : ours);
    }

    /** What a value becomes over there; empty = nothing that could be sent. Refusals go to the review. */
    interface Conversion {

        Optional<Object> convert(String name, String value, Fields fields, Review review);
    }

    /** Mended and cut where need be. */
    static FieldWriting text(RegisterField field, String name, int limit) {
        return new FieldWriting(
                field,
                name,
                true,
                (as, value, fields, review) -> fields.text(as, value, limit).map(Function.identity()));
    }

    /** Sent exactly, or refused. */
    static FieldWriting identifier(RegisterField field, String name, int limit) {
        return new FieldWriting(
                field,
                name,
                true,
                (as, value, fields, review) ->
                        fields.identifier(as, value, limit).map(Function.identity()));
    }

    /** Codes are upper case over there. */
    static FieldWriting code(RegisterField field, String name, int limit) {
        return new FieldWriting(
                field,
                name,
                true,
                (as, value, fields, review) ->
                        fields.identifier(as, value, limit).map(code -> code.toUpperCase(Locale.ROOT)));
    }

    static FieldWriting email(RegisterField field, String name) {
        return new FieldWriting(
                field,
                name,
                true,
                (as, value, fields, review) ->
                        FortnoxFields.email(as, value, review).map(Function.identity()));
    }

    static FieldWriting country(RegisterField field, String name) {
        return new FieldWriting(
                field,
                name,
                true,
                (as, value, fields, review) ->
                        FortnoxFields.country(as, value, review).map(Function.identity()));
    }

    static FieldWriting registration(RegisterField field, String name) {
        return new FieldWriting(
                field,
                name,
                true,
                (as, value, fields, review) -> CustomerTranslation.organisationNumber(
                                RegistrationNumber.organisation(value))
                        .map(Function.identity()));
    }

    /** One of Fortnox's words for one of ours. */
    static FieldWriting word(RegisterField field, String name, Map<String, String> ours) {
        return new FieldWriting(
                field,
                name,
                false,
                (as, value, fields, review) ->
                        FortnoxFields.word(as, value, ours, review).map(Function.identity()));
    }

    static FieldWriting flag(RegisterField field, String name) {
        return new FieldWriting(field, name, false, (as, value, fields, review) -> Optional.of(Boolean.valueOf(value)));
    }

    static FieldWriting decimal(RegisterField field, String name) {
        return new FieldWriting(field, name, false, (as, value, fields, review) -> Optional.of(new BigDecimal(value)));
    }
}
