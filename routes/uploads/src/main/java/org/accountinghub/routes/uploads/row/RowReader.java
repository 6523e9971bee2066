package org.accountinghub.routes.uploads.row;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.accountinghub.mappings.model.PersonalNumbers;
import org.accountinghub.mappings.model.RegistrationCheck;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.routes.uploads.file.Cell;

/** Makes records of rows, and says everything that stands against a row at once. */
public final class RowReader {

    private static final int LONGEST_KEY = 50;

    private final Register register;
    private final Header header;
    private final LocalDate today;
    private final ValueReader values;
    private final int key;

    /** @param today tells the century of personal numbers with ten digits */
    public RowReader(Register register, Header header, LocalDate today) {
        this.register = register;
        this.header = header;
        this.today = today;
        this.values = new ValueReader(header.language());
        this.key = place(Column::isKey);
    }

    public ReadRow read(int number, List<Cell> cells) {
        List<String> faults = new ArrayList<>();
        Value found = values.text(cell(cells, key));
        String name = found instanceof Value.Given given
                ? given.canonical().replaceAll("\\s+", " ").strip()
                : "";
        if (found instanceof Value.Left) {
            return new ReadRow.Keyless(number);
        }
        if (found instanceof Value.Wrong wrong) {
            faults.add(said(key, wrong.fault()));
        } else if (Texts.isShortened(name)) {
            faults.add(said(
                    key, new Fault("was shortened by the spreadsheet (as 4,67E+11)", "Format the column as text.")));
        } else if (name.length() > LONGEST_KEY) {
            faults.add(
                    said(key, new Fault("has " + name.length() + " characters", "Shorten it to " + LONGEST_KEY + ".")));
        }
        Map<RegisterField, String> fields = fields(cells, faults);
        return faults.isEmpty()
                ? new ReadRow.Fit(number, new RegisterRecord(register, name, fields))
                : new ReadRow.Unfit(number, PersonalNumbers.masked(name), String.join(" ", faults));
    }

    private Map<RegisterField, String> fields(List<Cell> cells, List<String> faults) {
        Map<RegisterField, String> fields = new EnumMap<>(RegisterField.class);
        Map<RegisterField, Integer> places = new EnumMap<>(RegisterField.class);
        boolean person = false;
        for (int place = 0; place < cells.size(); place++) {
            Cell cell = cells.get(place);
            if (cell.kind() == Cell.Kind.BEYOND) {
                faults.add("Something stands behind the last column. Put values that contain the separator between"
                        + " quotation marks.");
                break;
            }
            Optional<Column> column =
                    place < header.columns().size() ? header.columns().get(place) : Optional.empty();
            Optional<RegisterField> field = column.flatMap(Column::field);
            if (field.isEmpty()) {
                continue;
            }
            Value value = values.read(field.get(), cell);
            if (value instanceof Value.Wrong wrong) {
                faults.add(said(place, wrong.fault()));
            } else if (value instanceof Value.Given given) {
                String other = fields.put(field.get(), given.canonical());
                if (other != null && !other.equals(given.canonical())) {
                    faults.add(said(place, new Fault("is not what another column says", "Fill one of the two.")));
                }
                places.put(field.get(), place);
                person |= column.filter(Column::personal).isPresent()
                        && !given.canonical().isEmpty();
            }
        }
        if (person) {
            fields.putIfAbsent(RegisterField.CUSTOMER_KIND, "PRIVATE");
        }
        registration(fields, places, faults);
        return fields;
    }

    private void registration(
            Map<RegisterField, String> fields, Map<RegisterField, Integer> places, List<String> faults) {
        String text = fields.getOrDefault(RegisterField.REGISTRATION_NUMBER, "");
        if (text.isEmpty()) {
            return;
        }
        RegistrationNumber given = "PRIVATE".equals(fields.get(RegisterField.CUSTOMER_KIND))
                ? RegistrationNumber.personal(text)
                : RegistrationNumber.organisation(text);
        RegistrationCheck check = given.check(fields.getOrDefault(RegisterField.INVOICE_COUNTRY, ""), today);
        if (check instanceof RegistrationCheck.Invalid wrong) {
            faults.add(said(
                    places.getOrDefault(RegisterField.REGISTRATION_NUMBER, key),
                    new Fault("is not right: " + wrong.reason(), wrong.remedy())));
        } else if (check instanceof RegistrationCheck.Valid valid) {
            fields.put(RegisterField.REGISTRATION_NUMBER, valid.digits());
        }
    }

    private String said(int place, Fault fault) {
        return header.at(place) + " " + fault.problem() + ". " + fault.remedy();
    }

    private static Cell cell(List<Cell> cells, int place) {
        return place < cells.size() ? cells.get(place) : new Cell(Cell.Kind.TEXT, "");
    }

    private int place(Predicate<Column> wanted) {
        for (int place = 0; place < header.columns().size(); place++) {
            if (header.columns().get(place).filter(wanted).isPresent()) {
                return place;
            }
        }
        throw new IllegalArgumentException("a header has a column for numbers");
    }
}
