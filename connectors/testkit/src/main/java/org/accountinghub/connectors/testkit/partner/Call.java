package org.accountinghub.connectors.testkit.partner;

/**
 * What a request asks for. The operation is the method and the path's template ({@code PUT
 * /3/invoices/{DocumentNumber}}); tenant and reference are empty where the request names none.
 */
public record Call(String operation, String tenant, String reference) {}
