package org.accountinghub.routes.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.HouseWork;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.RegistrationCheck;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.TaxReduction;
import org.accountinghub.mappings.model.TaxReduction.Person;
import org.accountinghub.mappings.model.TaxReduction.Property;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads who asks for a document's tax reduction and for which property, and says what stands against asking for it. */
final class TaxReductionReader {

    private final JdbcClient sql;

    TaxReductionReader(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What the document's header says of a tax reduction.
     *
     * @param asked the type's name; empty when none is asked for
     */
    record Asked(
            Optional<String> asked,
            Optional<String> house,
            Optional<String> apartment,
            Optional<String> association,
            Optional<String> currency) {

        Optional<TaxReduction.Type> type() {
            return asked.flatMap(name -> Arrays.stream(TaxReduction.Type.values())
                    .filter(type -> type.name().equals(name.strip()))
                    .findFirst());
        }

        private Optional<Property> property() {
            if (house.isPresent()) {
                return Optional.of(new Property.House(house.get().strip()));
            }
            return apartment.flatMap(number -> association.map(
                    owner -> new Property.Flat(number.strip(), RegistrationNumber.organisation(owner.strip()))));
        }
    }

    /** @param allRows no row was left out because of a problem of its own */
    Optional<TaxReduction> read(
            DocumentKey key,
            Asked asked,
            Optional<Customer> payer,
            List<Row> rows,
            boolean allRows,
            List<Problem> problems) {
        if (asked.asked().isEmpty()) {
            return Optional.empty();
        }
        String order = key.order().number();
        Optional<TaxReduction.Type> type = asked.type();
        if (type.isEmpty()) {
            problems.add(TaxReductionProblems.typeUnknown(order, asked.asked().get()));
            return Optional.empty();
        }
        if (payer.filter(p -> p.type() == Customer.Type.BUSINESS).isPresent()) {
            problems.add(TaxReductionProblems.companyAsks(order, key.payer()));
        }
        asked.currency()
                .filter(code -> !code.equals("SEK"))
                .ifPresent(code -> problems.add(TaxReductionProblems.notInKronor(order, code)));
        Optional<Property> property = property(order, type.get(), asked, problems);
        work(order, type.get(), rows, allRows, problems);
        List<Person> persons = persons(key, problems);
        return persons.isEmpty() ? Optional.empty() : Optional.of(new TaxReduction(type.get(), property, persons));
    }

    private static Optional<Property> property(
            String order, TaxReduction.Type type, Asked asked, List<Problem> problems) {
        Optional<Property> property = asked.property();
        if (property.isEmpty() && asked.apartment().isPresent()) {
            problems.add(TaxReductionProblems.associationMissing(order));
        } else if (property.isEmpty() && type != TaxReduction.Type.RUT) {
            problems.add(TaxReductionProblems.propertyMissing(order, type));
        }
        return property;
    }

    private static void work(
            String order, TaxReduction.Type type, List<Row> rows, boolean allRows, List<Problem> problems) {
        List<HouseWork> work = rows.stream()
                .filter(Row.Priced.class::isInstance)
                .flatMap(row -> ((Row.Priced) row).houseWork().stream())
                .toList();
        Set<TaxReduction.Type> found =
                work.stream().map(one -> one.type().reduction()).collect(Collectors.toSet());
        if (found.size() > 1) {
            problems.add(TaxReductionProblems.severalTypes(order, found));
        } else if (!found.isEmpty() && !found.contains(type)) {
            problems.add(TaxReductionProblems.otherWork(order, type, work.get(0).type()));
        } else if (found.isEmpty() && allRows) {
            problems.add(TaxReductionProblems.noWork(order, type));
        }
    }

    private List<Person> persons(DocumentKey key, List<Problem> problems) {
        List<Person> persons = new ArrayList<>();
        int before = problems.size();
        sql.sql("""
                        SELECT * FROM service.hub_document_persons
                        WHERE subgroup = ? AND kind = ? AND number = ? AND payer_number = ? AND generation = ?
                        ORDER BY position""")
                .params(key.order().subgroup(), key.order().kind(), key.order().number(), key.payer(), key.generation())
                .query(line -> {
                    Columns person = new Columns(line);
                    String name = person.orEmpty("name");
                    String number = person.orEmpty("personal_number");
                    int share = person.decimal("share").map(Number::intValue).orElse(1);
                    if (!canBeRight(number)) {
                        problems.add(TaxReductionProblems.personalNumberWrong(name));
                    } else if (share < 1) {
                        problems.add(TaxReductionProblems.shareWrong(name));
                    } else {
                        persons.add(new Person(name, RegistrationNumber.personal(number), share));
                    }
                });
        if (persons.isEmpty() && problems.size() == before) {
            problems.add(TaxReductionProblems.nobodyAsks(key.order().number(), key.payer()));
        }
        return persons;
    }

    private static boolean canBeRight(String personalNumber) {
        return RegistrationNumber.personal(personalNumber).check("SE", LocalDate.MAX)
                instanceof RegistrationCheck.Valid;
    }
}
