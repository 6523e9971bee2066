package org.accountinghub.routes.uploads.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** The rows of a workbook's first sheet, read as a stream; document types are refused. */
final class XlsxRows {

    static {
        // the library's own guard, set as wide as ArchiveCheck, which has measured every part before
        ZipSecureFile.setMinInflateRatio(1.0 / ArchiveCheck.HIGHEST_RATIO);
    }

    private final Path file;
    private final Limits limits;

    XlsxRows(Path file, Limits limits) {
        this.file = file;
        this.limits = limits;
    }

    List<String> read(RowConsumer rows) throws IOException {
        new ArchiveCheck(file, limits).demand();
        try (OPCPackage workbook = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            return read(workbook, rows);
        } catch (UnsupportedFileFormatException | POIXMLException e) {
            throw String.valueOf(e.getMessage()).contains("Strict")
                    ? new FileRefused(
                            "the workbook is saved as Strict Open XML",
                            "Save it as an ordinary Excel workbook (.xlsx).")
                    : ArchiveCheck.broken();
        } catch (OpenXML4JException | OpenXML4JRuntimeException | SAXException | IllegalArgumentException e) {
            throw ArchiveCheck.broken();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java platform has an XML parser", e);
        }
    }

    private List<String> read(OPCPackage workbook, RowConsumer rows)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        XSSFReader reader = new XSSFReader(workbook);
        SharedStrings strings = strings(workbook);
        NumberFormats formats = new NumberFormats(reader.getStylesTable());
        List<String> remarks = new ArrayList<>();
        XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
        if (!sheets.hasNext()) {
            throw new FileRefused("the workbook has no sheet", "Upload one with a header and rows.");
        }
        try (InputStream sheet = sheets.next()) {
            remarks.addAll(otherSheets(reader, sheets.getSheetName()));
            parse(sheet, new SheetHandler(strings, formats, limits, rows));
        }
        return remarks;
    }

    private static List<String> otherSheets(XSSFReader reader, String first) throws IOException, OpenXML4JException {
        int all = 0;
        for (XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData(); sheets.hasNext(); ) {
            sheets.next().close();
            if (++all > Limits.SHEETS) {
                throw new FileRefused(
                        "the workbook has more than " + Limits.SHEETS + " sheets",
                        "Save the one with the register alone.");
            }
        }
        return all == 1
                ? List.of()
                : List.of("Only the first sheet, \"" + first + "\", is read; the workbook has " + all + ".");
    }

    private static SharedStrings strings(OPCPackage workbook)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        SharedStrings strings = new SharedStrings();
        List<PackagePart> parts = workbook.getPartsByContentType(XSSFRelation.SHARED_STRINGS.getContentType());
        if (!parts.isEmpty()) {
            try (InputStream stream = parts.get(0).getInputStream()) {
                parse(stream, strings);
            }
        }
        return strings;
    }

    private static void parse(InputStream stream, DefaultHandler handler)
            throws IOException, SAXException, ParserConfigurationException {
        XMLReader parser = XMLHelper.newXMLReader();
        parser.setContentHandler(handler);
        parser.setErrorHandler(handler);
        parser.parse(new InputSource(stream));
    }
}
