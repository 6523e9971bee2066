package org.accountinghub.connectors.fortnox.simulator;

import java.time.LocalDate;
import java.util.Map;
import org.accountinghub.connectors.testkit.partner.Answer;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What can be read about the company itself. */
record CompanyResource(String name, String scope) implements Resource {
    static final String INFORMATION = "companyinformation";
    static final String FINANCIAL_YEARS = "financialyears";
    static final String LOCKED_PERIOD = "settings/lockedperiod";
    static final String COST_CENTRES = "costcenters";

    @Override
    public String numberName() {
        return "Id";
    }

    @Override
    public Handled handle(FortnoxCompany company, PartnerRequest request, ApiPath path) {
        if (!request.method().equals("GET") || !path.number().isEmpty()) {
            throw FortnoxApi.noSuchResource();
        }
        return Handled.reading(
                switch (name) {
                    case FINANCIAL_YEARS -> financialYears(company, request);
                    case LOCKED_PERIOD -> lockedPeriod(company);
                    case COST_CENTRES -> costCentres(company);
                    default -> information(company);
                });
    }

    private static Answer information(FortnoxCompany company) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.putObject("CompanyInformation")
                .put("Address", "Storgatan 1")
                .put("City", "Stockholm")
                .put("CountryCode", "SE")
                .put("DatabaseNumber", Long.parseLong(company.id()))
                .put("CompanyName", company.name())
                .put("OrganizationNumber", company.organisationNumber())
                .put("VisitAddress", "")
                .put("VisitCity", "")
                .put("VisitCountryCode", "")
                .put("VisitZipCode", "")
                .put("ZipCode", "11122");
        return Answer.json(200, body);
    }

    private static Answer financialYears(FortnoxCompany company, PartnerRequest request) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        ObjectNode meta = body.putObject("MetaInformation");
        ArrayNode years = body.putArray("FinancialYears");
        int id = 0;
        for (Map.Entry<LocalDate, LocalDate> year : company.financialYears()) {
            id++;
            boolean wanted = request.parameter("date")
                    .map(LocalDate::parse)
                    .map(day -> !day.isBefore(year.getKey()) && !day.isAfter(year.getValue()))
                    .orElse(true);
            if (wanted) {
                years.addObject()
                        .put("@url", "https://api.fortnox.se/3/financialyears/" + id)
                        .put("Id", id)
                        .put("FromDate", year.getKey().toString())
                        .put("ToDate", year.getValue().toString())
                        .put("AccountChartType", "Bas 2024")
                        .put("AccountingMethod", "ACCRUAL");
            }
        }
        meta.put("@TotalResources", years.size()).put("@TotalPages", 1).put("@CurrentPage", 1);
        return Answer.json(200, body);
    }

    private static Answer costCentres(FortnoxCompany company) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        ObjectNode meta = body.putObject("MetaInformation");
        ArrayNode list = body.putArray("CostCenters");
        company.costCentres()
                .forEach((code, active) -> list.addObject()
                        .put("@url", "https://api.fortnox.se/3/costcenters/" + code)
                        .put("Code", code)
                        .put("Description", "Kostnadsställe " + code)
                        .put("Note", "")
                        .put("Active", active));
        meta.put("@TotalResources", list.size()).put("@TotalPages", 1).put("@CurrentPage", 1);
        return Answer.json(200, body);
    }

    private static Answer lockedPeriod(FortnoxCompany company) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        ObjectNode period = body.putObject("LockedPeriod");
        company.lockedUntil()
                .ifPresentOrElse(day -> period.put("EndDate", day.toString()), () -> period.putNull("EndDate"));
        return Answer.json(200, body);
    }
}
