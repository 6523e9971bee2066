package org.accountinghub.connectors.vismaeaccounting.simulator;

import java.util.List;

/**
 * A kind of record, by the path of its endpoint.
 *
 * @param singular the kind in the book
 * @param number the field that people know it by
 * @param fields what may be sent: {@code Name:type!}, with {@code !} where it must be
 */
record Kind(String path, String singular, String number, List<String> fields) {

    static final Kind CUSTOMERS = new Kind(
            "customers",
            "customer",
            "CustomerNumber",
            List.of(
                    "CustomerNumber:16",
                    "Name:50!",
                    "CorporateIdentityNumber:20",
                    "IsPrivatePerson:bool!",
                    "IsActive:bool!",
                    "CurrencyCode:3",
                    "TermsOfPaymentId:uuid!",
                    "EmailAddress:255",
                    "Telephone:50",
                    "VatNumber:20",
                    "InvoiceAddress1:50",
                    "InvoiceAddress2:50",
                    "InvoicePostalCode:10!",
                    "InvoiceCity:50!",
                    "InvoiceCountryCode:2",
                    "DeliveryAddress1:50",
                    "DeliveryAddress2:50",
                    "DeliveryPostalCode:10",
                    "DeliveryCity:50",
                    "DeliveryCountryCode:2",
                    "DiscountPercentage:num",
                    "ReverseChargeOnConstructionServices:bool",
                    "ContactPersonName:100",
                    "ContactPersonEmail:255",
                    "ContactPersonPhone:50",
                    "ContactPersonMobile:50",
                    "DeliveryCustomerName:100",
                    "DeliveryMethodId:uuid",
                    "DeliveryTermId:uuid",
                    "MobilePhone:50",
                    "WwwAddress:255",
                    "Note:4000",
                    "EdiGlnNumber:255",
                    "ElectronicAddress:255",
                    "ElectronicReference:255",
                    "ForceBookkeepVat:bool",
                    "SalesDocumentLanguage:2"));
    static final Kind ARTICLES = new Kind(
            "articles",
            "article",
            "Number",
            List.of(
                    "IsActive:bool!",
                    "Number:40!",
                    "Name:50!",
                    "NetPrice:num",
                    "GrossPrice:num",
                    "CodingId:uuid!",
                    "UnitId:uuid!",
                    "NameEnglish:50",
                    "StockBalance:num",
                    "PurchasePrice:num",
                    "HouseWorkType:int",
                    "SendToWebshop:bool"));
    static final Kind DRAFT_ROWS = new Kind(
            "",
            "",
            "",
            List.of(
                    "LineNumber:int",
                    "IsTextRow:bool!",
                    "ReversedConstructionServicesVatFree:bool!",
                    "ArticleId:uuid",
                    "Text:2000",
                    "UnitPrice:num",
                    "Quantity:num",
                    "DiscountPercentage:num",
                    "WorkCostType:int",
                    "IsWorkCost:bool",
                    "WorkHours:num",
                    "MaterialCosts:num",
                    "GreenTechnologyType:int",
                    "CostCenterItemId1:uuid",
                    "CostCenterItemId2:uuid",
                    "CostCenterItemId3:uuid",
                    "ProjectId:uuid"));
    static final Kind ORDER_ROWS = new Kind(
            "",
            "",
            "",
            List.of(
                    "LineNumber:int!",
                    "IsTextRow:bool!",
                    "IsWorkCost:bool!",
                    "EligibleForReverseChargeOnVat:bool!",
                    "ArticleId:uuid",
                    "Text:2000",
                    "UnitPrice:num",
                    "Quantity:num",
                    "DeliveredQuantity:num",
                    "DiscountPercentage:num",
                    "WorkCostType:int",
                    "GreenTechnologyType:int",
                    "CostCenterItemId1:uuid",
                    "CostCenterItemId2:uuid",
                    "CostCenterItemId3:uuid",
                    "ProjectId:uuid"));
    static final Kind DRAFTS = new Kind(
            "customerinvoicedrafts",
            "draft",
            "Id",
            List.of(
                    "CustomerId:uuid!",
                    "RotReducedInvoicingType:int!",
                    "EuThirdParty:bool!",
                    "InvoiceDate:date",
                    "DeliveryDate:date",
                    "YourReference:100",
                    "OurReference:100",
                    "BuyersOrderReference:35",
                    "DeliveryAddress1:50",
                    "DeliveryAddress2:50",
                    "DeliveryPostalCode:10",
                    "DeliveryCity:50",
                    "DeliveryCountryCode:2",
                    "RotReducedInvoicingPropertyName:40",
                    "RotReducedInvoicingOrgNumber:11",
                    "RotReducedInvoicingAmount:num",
                    "RotReducedInvoicingAutomaticDistribution:bool",
                    "RotPropertyType:int",
                    "HouseWorkOtherCosts:num",
                    "UsesGreenTechnology:bool",
                    "Persons:list",
                    "Rows:list"));
    static final Kind ORDERS = new Kind(
            "orders",
            "order",
            "Number",
            List.of(
                    "CustomerId:uuid!",
                    "CurrencyCode:3!",
                    "OrderDate:date!",
                    "Status:int!",
                    "EuThirdParty:bool!",
                    "RotReducedInvoicingType:int!",
                    "ReverseChargeOnConstructionServices:bool!",
                    "YourReference:50",
                    "OurReference:50",
                    "DeliveryAddress1:50",
                    "DeliveryAddress2:50",
                    "DeliveryPostalCode:10",
                    "DeliveryCity:50",
                    "DeliveryCountryCode:2",
                    "HouseWorkPropertyName:100",
                    "HouseWorkCorporateIdentityNumber:20",
                    "HouseWorkAutomaticDistribution:bool",
                    "RotPropertyType:int",
                    "UsesGreenTechnology:bool",
                    "Persons:list",
                    "Rows:list"));
    static final Kind INVOICES = new Kind("customerinvoices", "invoice", "InvoiceNumber", List.of());
    static final Kind PAYMENTS = new Kind(
            "payments",
            "payment",
            "Id",
            List.of(
                    "CompanyBankAccountId:uuid!",
                    "PaymentDate:date!",
                    "PaymentAmount:num!",
                    "PaymentCurrency:3!",
                    "PaymentType:int!"));
    static final Kind CODINGS = new Kind("articleaccountcodings", "coding", "Name", List.of());
    static final Kind UNITS = new Kind("units", "unit", "Name", List.of());
    static final Kind TERMS = new Kind("termsofpayments", "terms", "Name", List.of());
    static final Kind COST_CENTRES = new Kind("costcenteritems", "cost-centre", "ShortName", List.of());

    static final List<Kind> ALL =
            List.of(CUSTOMERS, ARTICLES, DRAFTS, ORDERS, INVOICES, CODINGS, UNITS, TERMS, COST_CENTRES);
}
