package org.accountinghub.connectors.twentyfoursevenoffice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.accountinghub.connectors.soap.SoapService;
import org.accountinghub.mappings.twentyfoursevenoffice.Contract;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.authenticate.AuthenticateSoap;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.authenticate.GetIdentityResponse;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.authenticate.HasSessionResponse;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.authenticate.LoginResponse;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.CompanyServiceSoap;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.GetCompaniesResponse;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.GetCompanySyncListResponse;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.SaveCompaniesResponse;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.GetInvoicesResponse;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.GetOrderSyncListResponse;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceServiceSoap;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.SaveInvoicesResponse;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.GetProductsResponse;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.ProductServiceSoap;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.SaveProductsResponse;

/**
 * One operation of one service.
 *
 * @param answer what it answers with
 * @param troubles what the answer says of its items, where it has any
 */
record Operation<T>(Contract service, String name, Class<T> answer, Function<T, Stream<ItemTrouble>> troubles) {

    static final Operation<LoginResponse> LOGIN =
            new Operation<>(Contract.AUTHENTICATE, "Login", LoginResponse.class, Operation::none);
    static final Operation<HasSessionResponse> HAS_SESSION =
            new Operation<>(Contract.AUTHENTICATE, "HasSession", HasSessionResponse.class, Operation::none);
    static final Operation<GetIdentityResponse> GET_IDENTITY =
            new Operation<>(Contract.AUTHENTICATE, "GetIdentity", GetIdentityResponse.class, Operation::none);
    static final Operation<GetCompaniesResponse> GET_COMPANIES = new Operation<>(
            Contract.COMPANY,
            "GetCompanies",
            GetCompaniesResponse.class,
            answer -> ItemTroubles.ofCompanies(answer.getGetCompaniesResult()));
    static final Operation<GetCompanySyncListResponse> GET_COMPANY_SYNC_LIST =
            new Operation<>(Contract.COMPANY, "GetCompanySyncList", GetCompanySyncListResponse.class, Operation::none);
    static final Operation<SaveCompaniesResponse> SAVE_COMPANIES = new Operation<>(
            Contract.COMPANY,
            "SaveCompanies",
            SaveCompaniesResponse.class,
            answer -> ItemTroubles.ofCompanies(answer.getSaveCompaniesResult()));
    static final Operation<GetInvoicesResponse> GET_INVOICES = new Operation<>(
            Contract.INVOICE,
            "GetInvoices",
            GetInvoicesResponse.class,
            answer -> ItemTroubles.ofInvoices(answer.getGetInvoicesResult(), false));
    static final Operation<GetOrderSyncListResponse> GET_ORDER_SYNC_LIST =
            new Operation<>(Contract.INVOICE, "GetOrderSyncList", GetOrderSyncListResponse.class, Operation::none);
    static final Operation<SaveInvoicesResponse> SAVE_INVOICES = new Operation<>(
            Contract.INVOICE,
            "SaveInvoices",
            SaveInvoicesResponse.class,
            answer -> ItemTroubles.ofInvoices(answer.getSaveInvoicesResult(), true));
    static final Operation<GetProductsResponse> GET_PRODUCTS = new Operation<>(
            Contract.PRODUCT,
            "GetProducts",
            GetProductsResponse.class,
            answer -> ItemTroubles.ofProducts(answer.getGetProductsResult()));

    static final Operation<SaveProductsResponse> SAVE_PRODUCTS = new Operation<>(
            Contract.PRODUCT,
            "SaveProducts",
            SaveProductsResponse.class,
            answer -> ItemTroubles.ofProducts(answer.getSaveProductsResult()));

    private static final Map<Contract, SoapService> SERVICES = new ConcurrentHashMap<>();
    private static final AtomicBoolean PREPARED = new AtomicBoolean();

    /** Builds the process's clients beside whatever else is done, so that no delivery waits for that. */
    static void prepare() {
        if (!PREPARED.getAndSet(true)) {
            Thread building = new Thread(
                    () -> Arrays.stream(Contract.values()).forEach(Operation::client), "24sevenoffice-clients");
            building.setDaemon(true);
            building.start();
        }
    }

    /** The process's one client of this operation's service, built when it is first wanted. */
    SoapService client() {
        return client(service);
    }

    private static SoapService client(Contract wanted) {
        return SERVICES.computeIfAbsent(
                wanted,
                contract -> SoapService.of(
                        switch (contract) {
                            case AUTHENTICATE -> AuthenticateSoap.class;
                            case COMPANY -> CompanyServiceSoap.class;
                            case INVOICE -> InvoiceServiceSoap.class;
                            case PRODUCT -> ProductServiceSoap.class;
                        }));
    }

    /** What exchanges and problems call it. */
    String title() {
        return service.name().charAt(0) + service.name().substring(1).toLowerCase(Locale.ROOT) + " " + name;
    }

    Optional<ItemTrouble> trouble(T said) {
        return troubles.apply(said).findFirst();
    }

    private static Stream<ItemTrouble> none(Object answer) {
        return Stream.empty();
    }
}
