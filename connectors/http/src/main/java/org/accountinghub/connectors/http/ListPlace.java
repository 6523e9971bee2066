package org.accountinghub.connectors.http;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a listing of a register stands, as a token. For lists whose records ascend by something that does not change, and
 * that say how many there are.
 *
 * @param page counted from 1
 * @param total how long the list was at the page before; 0 at the beginning
 * @param begun when the listing began
 */
public record ListPlace(int page, int total, Instant begun) {

    public static ListPlace first(Instant now) {
        return new ListPlace(1, 0, now);
    }

    public static ListPlace parse(String token) {
        String[] parts = token.split(" ");
        return new ListPlace(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Instant.parse(parts[2]));
    }

    public String token() {
        return page + " " + total + " " + begun;
    }

    /**
     * Where to go on. Numbers ascend, so that what is added meanwhile moves others back, to be seen twice. When records left
     * the list since the page before, others have moved forward over its end: the pages that hold them now are read again.
     *
     * @param pageSize how many records a full page has
     */
    public Optional<ListPlace> after(Optional<Integer> nextPage, int totalNow, int pageSize) {
        int left = total - totalNow;
        if (page > 1 && left > 0) {
            int back = (left + pageSize - 1) / pageSize;
            return Optional.of(new ListPlace(Math.max(1, page - back), totalNow, begun));
        }
        return nextPage.map(next -> new ListPlace(next, totalNow, begun));
    }
}
