package org.accountinghub.mappings.model;

/** A person at a customer; unknown parts are empty. */
public record Contact(String name, String phone, String email) {}
