package org.accountinghub.mappings.model;

/**
 * What a registration number's own digits say about it: whether it can be right, not whether it belongs to anybody.
 *
 * @see RegistrationNumber#check
 */
public sealed interface RegistrationCheck {

    /** What a number can be. */
    enum Form {
        SWEDISH_ORGANISATION,
        SWEDISH_PERSON,
        /** For people who are not registered as living in Sweden: 60 is added to the day. */
        SWEDISH_COORDINATION,
        NORWEGIAN_ORGANISATION,
        DANISH_COMPANY
    }

    /**
     * It can be right.
     *
     * @param digits in normal form: ten for a Swedish organisation, twelve for a person, nine in Norway, eight in Denmark
     */
    record Valid(Form form, String digits) implements RegistrationCheck {
        @Override
        public String toString() {
            boolean secret = form == Form.SWEDISH_PERSON || form == Form.SWEDISH_COORDINATION;
            return form + " " + (secret ? PersonalNumbers.MASK : digits);
        }
    }

    /** It cannot be right. The texts never contain the number. */
    record Invalid(String reason, String remedy) implements RegistrationCheck {}

    /** No rule is known for its country. */
    record Unchecked() implements RegistrationCheck {}
}
