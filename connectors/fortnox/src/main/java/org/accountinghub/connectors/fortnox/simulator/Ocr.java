package org.accountinghub.connectors.fortnox.simulator;

/** Payment references as the real API makes them: number, length digit, check digit. 115 becomes 11551. */
final class Ocr {
    private Ocr() {}

    static String of(String number) {
        String withLength = number + (number.length() + 2) % 10;
        return withLength + checkDigit(withLength);
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int product = (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
