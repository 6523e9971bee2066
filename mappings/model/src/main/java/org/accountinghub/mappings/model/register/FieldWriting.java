package org.accountinghub.mappings.model.register;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.accountinghub.mappings.model.Fields;
import org.accountinghub.mappings.model.Review;

/**
 * How one field of a record is changed.
 *
 * @param name the partner's name of the field
 * @param readBack how the field reads afterwards, where it does not read as ours
 */
public record FieldWriting(
        RegisterField field, String name, Conversion conversion, Optional<Function<Object, String>> readBack) {

    /** What a value becomes over there; empty = nothing that could be sent. Refusals and notes go to the review. */
    public interface Conversion {

        Optional<Object> convert(String name, String value, Fields fields, Review review);
    }

    /** How the field reads afterwards. */
    String reads(Object sent, String ours) {
        return field.canonical(readBack.map(read -> read.apply(sent)).orElse(ours));
    }

    /** It reads as it was sent, mended or cut. */
    public static FieldWriting asSent(RegisterField field, String name, Conversion conversion) {
        return new FieldWriting(field, name, conversion, Optional.of(Object::toString));
    }

    /** It reads as ours, whatever stands for it over there. */
    public static FieldWriting asOurs(RegisterField field, String name, Conversion conversion) {
        return new FieldWriting(field, name, conversion, Optional.empty());
    }

    /** Mended and cut where need be. */
    public static FieldWriting text(RegisterField field, String name, int limit) {
        return asSent(
                field,
                name,
                (as, value, fields, review) -> fields.text(as, value, limit).map(Function.identity()));
    }

    /** Sent exactly, or refused. */
    public static FieldWriting identifier(RegisterField field, String name, int limit) {
        return asSent(
                field,
                name,
                (as, value, fields, review) ->
                        fields.identifier(as, value, limit).map(Function.identity()));
    }

    /** Exactly one e-mail address. */
    public static FieldWriting email(RegisterField field, String name, int limit) {
        return asSent(
                field,
                name,
                (as, value, fields, review) -> fields.email(as, value, limit).map(Function.identity()));
    }

    /** A country by its code. */
    public static FieldWriting country(RegisterField field, String name) {
        return asSent(
                field,
                name,
                (as, value, fields, review) -> fields.country(as, value).map(Function.identity()));
    }

    /** Codes are upper case over there. */
    public static FieldWriting code(RegisterField field, String name, int limit) {
        return asSent(
                field,
                name,
                (as, value, fields, review) ->
                        fields.identifier(as, value, limit).map(code -> code.toUpperCase(Locale.ROOT)));
    }

    /** What the partner has for one of ours. */
    public static FieldWriting word(RegisterField field, String name, Map<String, ?> theirsByOurs) {
        return asOurs(
                field,
                name,
                (as, value, fields, review) ->
                        fields.word(as, value, theirsByOurs).map(Function.identity()));
    }

    public static FieldWriting flag(RegisterField field, String name) {
        return asOurs(field, name, (as, value, fields, review) -> Optional.of(Boolean.valueOf(value)));
    }

    public static FieldWriting decimal(RegisterField field, String name) {
        return asOurs(field, name, (as, value, fields, review) -> Optional.of(new BigDecimal(value)));
    }
}
