package org.accountinghub.connectors.twentyfoursevenoffice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.twentyfoursevenoffice.ReturnProperties;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.ArrayOfInt;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.ArrayOfString;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.GetInvoices;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.GetOrderSyncList;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceOrder;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceSearchParameters;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceSyncParameters;

/** Reads documents, which are orders and invoices in one, whole or without their rows. */
final class Papers {

    /** Their clock and ours differ; moments there have seconds. */
    static final Duration OVERLAP = Duration.ofMinutes(3);

    private static final List<String> NO_ROWS = List.of("RowId");

    private final OfficeClient client;

    Papers(OfficeClient client) {
        this.client = client;
    }

    /** The customer's documents that changed since, with their rows. */
    Reply<List<InvoiceOrder>> ofCustomer(int companyId, Instant since, Conversation conversation) {
        InvoiceSearchParameters search = new InvoiceSearchParameters();
        search.setCustomerIds(ints(List.of(companyId)));
        search.setChangedAfter(earlier(since));
        return search(search, ReturnProperties.INVOICE, ReturnProperties.ROW, conversation);
    }

    /** Everybody's documents that changed since, without rows. */
    Reply<List<InvoiceOrder>> changed(Instant since, Conversation conversation) {
        InvoiceSearchParameters search = new InvoiceSearchParameters();
        search.setChangedAfter(earlier(since));
        return search(search, withoutRows(), NO_ROWS, conversation);
    }

    /** Order ids of the documents that changed since, each once, ascending. */
    Reply<List<Integer>> idsOfChanged(Instant since, Conversation conversation) {
        InvoiceSyncParameters search = new InvoiceSyncParameters();
        search.setChangedAfter(earlier(since));
        GetOrderSyncList content = new GetOrderSyncList();
        content.setSyncParams(search);
        return client.read(Operation.GET_ORDER_SYNC_LIST, content, conversation)
                .map(answer -> answer.getGetOrderSyncListResult() == null
                        ? List.<Integer>of()
                        : answer.getGetOrderSyncListResult().getInt().stream()
                                .filter(Objects::nonNull)
                                .distinct()
                                .sorted()
                                .toList());
    }

    /** These documents, without rows; at most a thousand. */
    Reply<List<InvoiceOrder>> brief(List<Integer> orderIds, Conversation conversation) {
        InvoiceSearchParameters search = new InvoiceSearchParameters();
        search.setOrderIds(ints(orderIds));
        return search(search, withoutRows(), NO_ROWS, conversation);
    }

    /** The document with exactly this order id, whole. */
    Reply<Optional<InvoiceOrder>> whole(String orderId, Conversation conversation) {
        if (!isId(orderId)) {
            return new Reply.Said<>(Optional.empty());
        }
        Integer id = Integer.valueOf(orderId);
        InvoiceSearchParameters search = new InvoiceSearchParameters();
        search.setOrderIds(ints(List.of(id)));
        return search(search, ReturnProperties.INVOICE, ReturnProperties.ROW, conversation)
                .map(found -> found.stream()
                        .filter(paper -> id.equals(paper.getOrderId()))
                        .findFirst());
    }

    /** The document with exactly this invoice id, without rows. */
    Reply<Optional<InvoiceOrder>> invoiced(String invoiceId, Conversation conversation) {
        if (!isId(invoiceId)) {
            return new Reply.Said<>(Optional.empty());
        }
        Integer id = Integer.valueOf(invoiceId);
        InvoiceSearchParameters search = new InvoiceSearchParameters();
        search.setInvoiceIds(ints(List.of(id)));
        return search(search, withoutRows(), NO_ROWS, conversation)
                .map(found -> found.stream()
                        .filter(paper -> id.equals(paper.getInvoiceId()))
                        .findFirst());
    }

    private static boolean isId(String text) {
        return text.matches("[1-9]\\d{0,8}");
    }

    private Reply<List<InvoiceOrder>> search(
            InvoiceSearchParameters search, List<String> properties, List<String> rows, Conversation conversation) {
        GetInvoices content = new GetInvoices();
        content.setSearchParams(search);
        content.setInvoiceReturnProperties(strings(properties));
        content.setRowReturnProperties(strings(rows));
        return client.read(Operation.GET_INVOICES, content, conversation)
                .map(answer -> answer.getGetInvoicesResult() == null
                        ? List.<InvoiceOrder>of()
                        : answer.getGetInvoicesResult().getInvoiceOrder().stream()
                                .filter(paper -> paper != null && paper.getOrderId() != null && paper.getOrderId() > 0)
                                .toList());
    }

    private static List<String> withoutRows() {
        return ReturnProperties.INVOICE.stream()
                .filter(property -> !property.equals("InvoiceRows"))
                .toList();
    }

    private static LocalDateTime earlier(Instant since) {
        return LocalDateTime.ofInstant(since.minus(OVERLAP), ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    }

    private static ArrayOfInt ints(List<Integer> values) {
        ArrayOfInt array = new ArrayOfInt();
        array.getInt().addAll(values);
        return array;
    }

    private static ArrayOfString strings(List<String> values) {
        ArrayOfString array = new ArrayOfString();
        array.getString().addAll(values);
        return array;
    }
}
