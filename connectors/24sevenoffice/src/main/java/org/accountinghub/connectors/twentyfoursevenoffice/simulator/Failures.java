package org.accountinghub.connectors.twentyfoursevenoffice.simulator;

import org.accountinghub.connectors.testkit.partner.Answer;
import org.accountinghub.mappings.twentyfoursevenoffice.Contract;

/** A refusal on demand: of an item where items are saved, else a fault. */
final class Failures {

    private static final String WORDS = "The item could not be saved";

    private Failures() {}

    static Answer refused(String operation) {
        return switch (operation) {
            case "SaveInvoices" -> {
                var exception = new org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.APIException();
                exception.setType("ValidationException");
                exception.setMessage(WORDS);
                var item = new org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceOrder();
                item.setAPIException(exception);
                var items = new org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.ArrayOfInvoiceOrder();
                items.getInvoiceOrder().add(item);
                var answer = new org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.SaveInvoicesResponse();
                answer.setSaveInvoicesResult(items);
                yield Soap.answer(Contract.INVOICE, answer);
            }
            case "SaveCompanies" -> {
                var exception = new org.accountinghub.mappings.twentyfoursevenoffice.soap.company.APIException();
                exception.setType("ValidationException");
                exception.setMessage(WORDS);
                var item = new org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Company();
                item.setAPIException(exception);
                var items = new org.accountinghub.mappings.twentyfoursevenoffice.soap.company.ArrayOfCompany();
                items.getCompany().add(item);
                var answer = new org.accountinghub.mappings.twentyfoursevenoffice.soap.company.SaveCompaniesResponse();
                answer.setSaveCompaniesResult(items);
                yield Soap.answer(Contract.COMPANY, answer);
            }
            case "SaveProducts" -> {
                var exception = new org.accountinghub.mappings.twentyfoursevenoffice.soap.product.APIException();
                exception.setType("ValidationException");
                exception.setMessage(WORDS);
                var item = new org.accountinghub.mappings.twentyfoursevenoffice.soap.product.Product();
                item.setAPIException(exception);
                var items = new org.accountinghub.mappings.twentyfoursevenoffice.soap.product.ArrayOfProduct();
                items.getProduct().add(item);
                var answer = new org.accountinghub.mappings.twentyfoursevenoffice.soap.product.SaveProductsResponse();
                answer.setSaveProductsResult(items);
                yield Soap.answer(Contract.PRODUCT, answer);
            }
            default -> SoapFault.client("Server was unable to read request.").answer();
        };
    }
}
