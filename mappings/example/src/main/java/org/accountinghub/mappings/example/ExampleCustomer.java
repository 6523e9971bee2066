package org.accountinghub.mappings.example;

/** A customer; a text that is not known is empty. The number is given by whoever creates it, once. */
public record ExampleCustomer(String number, String name, String registration, String email, String city) {

    /** Its number only. */
    @Override
    public String toString() {
        return "customer " + number;
    }
}
