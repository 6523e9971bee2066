package org.accountinghub.routes.demo.data;

/** Invented organisation numbers with a right check digit, as a person would write them: with a hyphen or without. */
final class OrganisationNumbers {

    private OrganisationNumbers() {}

    static String company(int serial) {
        return number("5590", serial);
    }

    static String housingAssociation(int serial) {
        return number("7696", serial);
    }

    static String municipality(int serial) {
        return number("2120", serial);
    }

    /** The same number spelt the other way. */
    static String otherSpelling(String number) {
        return number.contains("-") ? number.replace("-", "") : number.substring(0, 6) + "-" + number.substring(6);
    }

    private static String number(String beginning, int serial) {
        String nine = beginning + String.format("%05d", serial);
        return nine.substring(0, 6) + "-" + nine.substring(6) + checkDigit(nine);
    }

    private static int checkDigit(String nine) {
        int sum = 0;
        for (int i = 0; i < nine.length(); i++) {
            int product = Character.digit(nine.charAt(i), 10) * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
