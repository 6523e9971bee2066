package org.accountinghub.connectors.twentyfoursevenoffice.simulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import org.accountinghub.mappings.twentyfoursevenoffice.Contract;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.APIException;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.ArrayOfInt;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.ArrayOfInvoiceOrder;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.ArrayOfString;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.GetInvoices;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.GetInvoicesResponse;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.GetOrderSyncList;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.GetOrderSyncListResponse;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceOrder;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceSearchParameters;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceSyncParameters;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.OrderSlipStateType;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.SaveInvoices;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.SaveInvoicesResponse;
import org.jspecify.annotations.Nullable;

/** Orders and invoices: searched by their ids, customer, state and change, never by text. */
final class InvoiceService {

    private static final int MOST_IDS = 1000;

    private final DocumentKeeping keeping;

    InvoiceService(DocumentKeeping keeping) {
        this.keeping = keeping;
    }

    Handled handle(OfficeCompany tenant, Object content, PartnerRequest request) {
        if (content instanceof GetInvoices get) {
            return Handled.reading(found(tenant, get));
        }
        if (content instanceof GetOrderSyncList list) {
            return Handled.reading(changed(tenant, list.getSyncParams()));
        }
        if (content instanceof SaveInvoices save) {
            return saved(tenant, save, request);
        }
        throw SoapFault.client("Server was unable to read request.");
    }

    private static GetInvoicesResponse found(OfficeCompany tenant, GetInvoices get) {
        InvoiceSearchParameters search = get.getSearchParams();
        if (search == null || asksForEverything(search)) {
            throw SoapFault.server("Search parameters are missing");
        }
        if (search.getOrderIds() != null && search.getOrderIds().getInt().size() > MOST_IDS) {
            throw SoapFault.server("A maximum of 1000 OrderIds is allowed");
        }
        Set<String> listed = names(get.getInvoiceReturnProperties());
        Set<String> listedOfRows = names(get.getRowReturnProperties());
        ArrayOfInvoiceOrder documents = new ArrayOfInvoiceOrder();
        tenant.documents.values().stream()
                .filter(document -> matches(search, document))
                .forEach(document -> {
                    InvoiceOrder shown = Listed.only(listed, copy(document));
                    if (shown.getInvoiceRows() != null) {
                        shown.getInvoiceRows().getInvoiceRow().forEach(row -> Listed.only(listedOfRows, row));
                    }
                    documents.getInvoiceOrder().add(shown);
                });
        GetInvoicesResponse answer = new GetInvoicesResponse();
        answer.setGetInvoicesResult(documents);
        return answer;
    }

    private static boolean asksForEverything(InvoiceSearchParameters search) {
        return search.getCustomerIds() == null
                && search.getChangedAfter() == null
                && search.getOrderStates() == null
                && search.getInvoiceIds() == null
                && search.getOrderIds() == null
                && search.getExternalStatus() == null;
    }

    private static boolean matches(InvoiceSearchParameters search, InvoiceOrder document) {
        return among(search.getCustomerIds(), document.getCustomerId())
                && among(search.getInvoiceIds(), document.getInvoiceId())
                && among(search.getOrderIds(), document.getOrderId())
                && among(search.getExternalStatus(), document.getExternalStatus())
                && (search.getOrderStates() == null
                        || search.getOrderStates().getOrderSlipStateType().contains(state(document)))
                && (search.getChangedAfter() == null
                        || document.getDateChanged().isAfter(search.getChangedAfter()));
    }

    private static GetOrderSyncListResponse changed(OfficeCompany tenant, InvoiceSyncParameters search) {
        if (search == null || (search.getChangedAfter() == null && search.getRegisteredAfter() == null)) {
            throw SoapFault.server("ChangedAfter or RegisteredAfter must be set");
        }
        ArrayOfInt ids = new ArrayOfInt();
        tenant.documents.values().stream()
                .filter(document -> search.getChangedAfter() == null
                        || document.getDateChanged().isAfter(search.getChangedAfter()))
                .filter(document -> search.getRegisteredAfter() == null
                        || Optional.ofNullable(tenant.registered.get(document.getOrderId()))
                                .filter(moment -> moment.isAfter(search.getRegisteredAfter()))
                                .isPresent())
                .forEach(document -> ids.getInt().add(document.getOrderId()));
        GetOrderSyncListResponse answer = new GetOrderSyncListResponse();
        answer.setGetOrderSyncListResult(ids);
        return answer;
    }

    private Handled saved(OfficeCompany tenant, SaveInvoices save, PartnerRequest request) {
        ArrayOfInvoiceOrder results = new ArrayOfInvoiceOrder();
        List<Runnable> commits = new ArrayList<>();
        String reference = "";
        for (InvoiceOrder sent : save.getInvoices().getInvoiceOrder()) {
            reference = Optional.ofNullable(sent.getReferenceNumber()).orElse("");
            InvoiceOrder result = copy(sent);
            try {
                DocumentKeeping.Entry entry = keeping.prepare(tenant, sent, request.id());
                result.setOrderId(entry.orderId());
                entry.invoiceId().ifPresent(result::setInvoiceId);
                commits.add(entry.commit());
            } catch (ItemRefused refused) {
                result.setAPIException(told(refused));
            }
            results.getInvoiceOrder().add(result);
        }
        SaveInvoicesResponse answer = new SaveInvoicesResponse();
        answer.setSaveInvoicesResult(results);
        return new Handled(
                answer,
                reference,
                commits.isEmpty() ? Optional.empty() : Optional.of(() -> commits.forEach(Runnable::run)));
    }

    static OrderSlipStateType state(InvoiceOrder document) {
        return Optional.ofNullable(document.getOrderStatus()).orElse(OrderSlipStateType.WEB);
    }

    static InvoiceOrder copy(InvoiceOrder document) {
        SaveInvoices holder = new SaveInvoices();
        holder.setInvoices(new ArrayOfInvoiceOrder());
        holder.getInvoices().getInvoiceOrder().add(document);
        return Soap.copy(Contract.INVOICE, holder)
                .getInvoices()
                .getInvoiceOrder()
                .get(0);
    }

    private static APIException told(ItemRefused refused) {
        APIException exception = new APIException();
        exception.setType(refused.type());
        exception.setMessage(refused.words());
        exception.setStackTrace("   at TFSO.InvoiceService.SaveInvoices(InvoiceOrder[] invoices)");
        return exception;
    }

    private static boolean among(@Nullable ArrayOfInt ids, @Nullable Integer id) {
        return ids == null || (id != null && ids.getInt().contains(id));
    }

    private static Set<String> names(@Nullable ArrayOfString list) {
        return list == null ? Set.of() : new HashSet<>(list.getString());
    }
}
