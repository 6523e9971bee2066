package org.accountinghub.mappings.twentyfoursevenoffice;

import java.util.List;

/** What must be asked for so that it can be read: 24SevenOffice leaves empty what is not listed. */
public final class ReturnProperties {

    /** Of a company, all that {@link CustomerMatch} and {@link RegisterReading} read. */
    public static final List<String> COMPANY = List.of(
            "Id",
            "ExternalId",
            "OrganizationNumber",
            "Name",
            "FirstName",
            "Addresses",
            "PhoneNumbers",
            "EmailAddresses",
            "Type",
            "DateChanged",
            "BlockInvoice",
            "CurrencyId",
            "PaymentTime",
            "VatNumber",
            "Private");

    /** Of an order or invoice, all that the readings and {@link DocumentMatch} read. */
    public static final List<String> INVOICE = List.of(
            "OrderId",
            "CustomerId",
            "OrderStatus",
            "InvoiceId",
            "DateOrdered",
            "DateInvoiced",
            "DateChanged",
            "PaymentTime",
            "CustomerReferenceNo",
            "IncludeVAT",
            "OrderTotalIncVat",
            "OrderTotalVat",
            "InvoiceTitle",
            "Paid",
            "Currency",
            "InvoiceRows",
            "ReferenceInvoiceId",
            "ReferenceOrderId",
            "ReferenceNumber");

    /** Of its rows. */
    public static final List<String> ROW = List.of(
            "ProductId",
            "RowId",
            "VatRate",
            "Price",
            "Name",
            "DiscountRate",
            "Quantity",
            "QuantityRest",
            "Type",
            "ProductNo",
            "TaxSettings");

    /** Of a product, all that {@link RegisterReading} and {@link KnownProducts} need. */
    public static final List<String> PRODUCT =
            List.of("Id", "Name", "TaxRate", "StatusId", "CategoryId", "Price", "No", "DateChanged");

    /**
     * All that the service keeps of a company: it is written back whole, since nobody says what becomes of what a save
     * leaves out. In the contract's order.
     */
    public static final List<String> COMPANY_WHOLE = List.of(
            "Id",
            "ExternalId",
            "OrganizationNumber",
            "Name",
            "FirstName",
            "NickName",
            "Addresses",
            "PhoneNumbers",
            "EmailAddresses",
            "Url",
            "Country",
            "Note",
            "InvoiceLanguage",
            "Type",
            "Username",
            "Password",
            "IncorporationDate",
            "DateCreated",
            "Status",
            "PriceList",
            "Owner",
            "BankAccountNo",
            "BankAccountType",
            "BankAccountCountry",
            "BankAccountBic",
            "TermsOfDeliveryId",
            "AccountDebit",
            "AccountCredit",
            "Discount",
            "TypeGroup",
            "ShareCapital",
            "NumberOfEmployees",
            "Turnover",
            "Profit",
            "IndustryId",
            "MemberNo",
            "DateChanged",
            "BlockInvoice",
            "Relations",
            "Maps",
            "DistributionMethod",
            "CurrencyId",
            "PaymentTime",
            "GlnNumber",
            "Factoring",
            "LedgerCustomerAccount",
            "LedgerSupplierAccount",
            "VatNumber",
            "Private");

    /** All that the service keeps of a product, likewise. */
    public static final List<String> PRODUCT_WHOLE = List.of(
            "CashPriceIncTax",
            "WebPrice",
            "SupplierId",
            "Id",
            "Name",
            "TaxRate",
            "Stock",
            "StatusId",
            "CategoryId",
            "PriceGroupID",
            "InPrice",
            "Description",
            "DescriptionLong",
            "Cost",
            "EAN1",
            "Price",
            "No",
            "DateChanged",
            "Weight",
            "MinimumStock",
            "OrderProposal",
            "StockLocation",
            "SupplierProductCode",
            "SupplierProductName",
            "Web",
            "ProductCode",
            "StockControlled",
            "NewOffer",
            "NewProduct");

    private ReturnProperties() {}
}
