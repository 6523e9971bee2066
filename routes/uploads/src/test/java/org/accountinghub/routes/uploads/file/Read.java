package org.accountinghub.routes.uploads.file;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows of a file by their numbers, as texts. */
record Read(Map<Integer, List<Cell>> rows, List<String> remarks) {

    static final Limits SMALL = new Limits(8_000_000, 10_000_000, 1_000, 50);

    static Read of(Path file) throws IOException {
        Map<Integer, List<Cell>> rows = new TreeMap<>();
        List<String> remarks =
                new TableFile(file, SMALL).read((number, cells) -> rows.put(number, new ArrayList<>(cells)));
        return new Read(rows, remarks);
    }

    static Read of(Path folder, String text, Charset charset) throws IOException {
        return of(bytes(folder, text.getBytes(charset)));
    }

    static Path bytes(Path folder, byte[] content) throws IOException {
        return Files.write(folder.resolve("file-" + System.nanoTime()), content);
    }

    List<String> texts(int row) {
        return rows.getOrDefault(row, List.of()).stream().map(Cell::text).toList();
    }

    List<Cell.Kind> kinds(int row) {
        return rows.getOrDefault(row, List.of()).stream().map(Cell::kind).toList();
    }
}
