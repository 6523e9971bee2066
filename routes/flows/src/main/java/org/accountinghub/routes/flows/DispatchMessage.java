package org.accountinghub.routes.flows;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The one kind of message on the queue: which transfer, and which hand-over of it. */
record DispatchMessage(long transferId, int dispatch) {

    private static final Pattern TEXT = Pattern.compile("\\{\"transferId\":(\\d{1,18}),\"dispatch\":(\\d{1,9})}");

    /** Empty when the text is no such message. */
    static Optional<DispatchMessage> read(@Nullable Object body) {
        if (!(body instanceof String text)) {
            return Optional.empty();
        }
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new DispatchMessage(Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    String text() {
        return "{\"transferId\":" + transferId + ",\"dispatch\":" + dispatch + "}";
    }
}
