package org.accountinghub.routes.uploads.file;

import java.util.List;

/** Takes the rows of a file, one after another. */
@FunctionalInterface
public interface RowConsumer {

    /**
     * @param number as a spreadsheet shows it, from 1; rows without any content are left out
     * @param cells the row's cells from the first column on, as many as were written
     */
    void row(int number, List<Cell> cells);
}
