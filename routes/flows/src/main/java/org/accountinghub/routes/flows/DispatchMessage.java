package org.accountinghub.routes.flows;

import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The one kind of message on the queue: which transfer, and which hand-over of it. */
record DispatchMessage(long transferId, int dispatch) {

    private static final Pattern TEXT = Pattern.compile("\\{\"transferId\":(\\d{1,18}),\"dispatch\":(\\d{1,9})}");

    /** @param body of any message; empty when it is not one of ours */
    static Optional<DispatchMessage> read(@Nullable Object body) {
        try {
            return body instanceof TextMessage message ? read(message.getText()) : Optional.empty();
        } catch (JMSException e) {
            return Optional.empty();
        }
    }

    private static Optional<DispatchMessage> read(@Nullable String text) {
        Matcher matcher = TEXT.matcher(text == null ? "" : text);
        return matcher.matches()
                ? Optional.of(new DispatchMessage(Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    String text() {
        return "{\"transferId\":" + transferId + ",\"dispatch\":" + dispatch + "}";
    }

    @Override
    public String toString() {
        return "transfer " + transferId + ", dispatch " + dispatch;
    }
}
