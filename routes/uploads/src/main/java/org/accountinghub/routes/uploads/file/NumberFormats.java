package org.accountinghub.routes.uploads.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;

/** What the number of a cell means to who sees it: {@code 00042} is no 42, 0.25 may be 25 %, and 45123 a date. */
final class NumberFormats {

    /** As many as a spreadsheet keeps: what is behind them comes from its binary fractions. */
    private static final MathContext DIGITS = new MathContext(15);

    private final @Nullable StylesTable styles;
    private final Map<Integer, String> formats = new HashMap<>();

    NumberFormats(@Nullable StylesTable styles) {
        this.styles = styles;
    }

    /** @param style the cell's; -1 = none */
    Cell shown(String raw, int style) {
        BigDecimal number;
        try {
            number = new BigDecimal(raw.strip());
        } catch (NumberFormatException e) {
            throw ArchiveCheck.broken();
        }
        if (Math.abs((long) number.precision() - number.scale()) > 40 || Math.abs((long) number.scale()) > 400) {
            return new Cell(Cell.Kind.TOO_LONG, "");
        }
        String format = formats.computeIfAbsent(style, this::format);
        if (format.equals("date")) {
            return new Cell(Cell.Kind.DATE, "");
        }
        BigDecimal rounded = number.round(DIGITS);
        if (format.equals("%")) {
            rounded = rounded.movePointRight(2);
        }
        String plain =
                rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        return new Cell(Cell.Kind.NUMBER, format.startsWith("0") ? padded(plain, format) : plain);
    }

    /** {@code date}, {@code %}, a pattern of zeros as long as the digits shown, or nothing. */
    private String format(int style) {
        XSSFCellStyle found =
                styles == null || style < 0 || style >= styles.getNumCellStyles() ? null : styles.getStyleAt(style);
        if (found == null || found.getDataFormatString() == null) {
            return "";
        }
        String pattern = found.getDataFormatString();
        if (DateUtil.isADateFormat(found.getDataFormat(), pattern)) {
            return "date";
        }
        if (pattern.endsWith("%")) {
            return "%";
        }
        String zeros = pattern.replaceAll("[\\\\\"]", "");
        return zeros.matches("0[0 -]*0") ? zeros : "";
    }

    private static String padded(String plain, String pattern) {
        int wanted = pattern.replaceAll("\\D", "").length();
        return plain.matches("\\d+") ? "0".repeat(Math.max(0, wanted - plain.length())) + plain : plain;
    }
}
