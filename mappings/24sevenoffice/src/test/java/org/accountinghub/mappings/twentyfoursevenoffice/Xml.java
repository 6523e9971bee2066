package org.accountinghub.mappings.twentyfoursevenoffice;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.ArrayOfCompany;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Company;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.SaveCompanies;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.ArrayOfInvoiceOrder;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceOrder;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.SaveInvoices;
import org.xml.sax.SAXException;

/** Documents as the bodies of requests, held against the contract. */
final class Xml {

    private static final Schema INVOICE = Contract.INVOICE.schema();
    private static final Schema COMPANY = Contract.COMPANY.schema();
    /** One for each service: their types share a namespace. */
    private static final JAXBContext INVOICES = context(SaveInvoices.class);

    private static final JAXBContext COMPANIES = context(SaveCompanies.class);

    private Xml() {}

    static String of(InvoiceOrder order) {
        ArrayOfInvoiceOrder orders = new ArrayOfInvoiceOrder();
        orders.getInvoiceOrder().add(order);
        SaveInvoices body = new SaveInvoices();
        body.setInvoices(orders);
        return valid(INVOICE, INVOICES, body);
    }

    static String of(Company company) {
        ArrayOfCompany companies = new ArrayOfCompany();
        companies.getCompany().add(company);
        SaveCompanies body = new SaveCompanies();
        body.setCompanies(companies);
        return valid(COMPANY, COMPANIES, body);
    }

    /** What the other side reads of it. */
    static InvoiceOrder sentAndRead(InvoiceOrder order) {
        try {
            SaveInvoices read = (SaveInvoices) INVOICES.createUnmarshaller().unmarshal(new StringReader(of(order)));
            return read.getInvoices().getInvoiceOrder().get(0);
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String valid(Schema schema, JAXBContext context, Object body) {
        try {
            StringWriter text = new StringWriter();
            Marshaller marshaller = context.createMarshaller();
            marshaller.setProperty(Marshaller.JAXB_FORMATTED_OUTPUT, true);
            marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
            marshaller.marshal(body, text);
            schema.newValidator().validate(new StreamSource(new StringReader(text.toString())));
            return text.toString();
        } catch (JAXBException | SAXException e) {
            throw new AssertionError("not what the contract says", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JAXBContext context(Class<?> type) {
        try {
            return JAXBContext.newInstance(type);
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }
}
