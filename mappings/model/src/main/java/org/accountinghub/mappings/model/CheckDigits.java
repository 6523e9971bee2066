package org.accountinghub.mappings.model;

/** Whether the last digit of a number fits those before it. */
final class CheckDigits {

    private static final int MODULUS = 11;

    private CheckDigits() {}

    /** Every second digit doubled, beginning with the first: Swedish numbers of ten digits. */
    static boolean luhnFits(String tenDigits) {
        int sum = 0;
        for (int i = 0; i < tenDigits.length(); i++) {
            int product = (tenDigits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    }

    /** The weighted sum of all digits, the check digit's weight being 1, can be divided by 11. */
    static boolean elevenFits(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return sum % MODULUS == 0;
    }
}
