package org.accountinghub.routes.demo.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Somebody in the office who does with orders what the service system lets its users do. */
public final class Clerk {

    private static final String NAME = "Maria på kontoret";

    private final JdbcTemplate sql;

    /** @param owner logs in as the store's owner */
    public Clerk(DataSource owner) {
        this(new JdbcTemplate(owner));
    }

    Clerk(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Whether the order is shown as sent: the store hears of it a moment after the accounting system has it. */
    public boolean seesSent(DemoOrder order) {
        Called called = order.called();
        return Boolean.TRUE.equals(sql.queryForObject(
                "SELECT coalesce(bool_and(sent), false) FROM service.documents WHERE order_id = " + called.id(),
                Boolean.class,
                called.words().toArray()));
    }

    /** "Send again: yes". */
    public void sendAgain(DemoOrder order) {
        does("send_again", order.called());
    }

    /** Restores the order, takes ten kronor off its first row, makes it ready, answers no to "send again". */
    public void restoreAndNotSend(DemoOrder order) {
        does("restore", order.called());
        change(
                "UPDATE service.order_rows SET discount_percent = NULL, discount_amount = 10 WHERE position = 1 AND order_id = ",
                order.called());
        does("set_ready", order.called());
        does("answer_send_again", order.called(), false);
    }

    /** Delivers so much of the order's only row, under a number of its own. */
    void deliverPart(Called.Order order, int quantity) {
        send(made("deliver_part", order, new Called.Rows(order), new Called.Quantity(quantity)));
    }

    void partOf(Called.Order order, int assignment) {
        send(made("part_order", order, new Called.Several(List.of(new Called.Assignment(order, assignment)))));
    }

    void separate(Called.Order order, int assignment, String number) {
        send(made("separate_assignment", new Called.Assignment(order, assignment), number));
    }

    /** The articles that were to be ordered have come, are built in on a second visit, and move to the used articles. */
    void backOrder(Called.Order order, String measures) {
        Called back = made("back_order", order);
        change("UPDATE service.order_rows SET to_be_ordered = false WHERE order_id = ", back);
        change("UPDATE service.assignments SET measures = '" + measures + "' WHERE order_id = ", back);
        does("sign", back);
        send(back);
    }

    void collect(Called.Project project, List<Called.Order> orders) {
        send(made("collect", project, new Called.Several(orders)));
    }

    void nextOrderOf(Called.Agreement agreement) {
        Called order = made("generate_from_agreement", agreement);
        does("sign", order);
        send(order);
    }

    /** Makes the customer when nobody of this name is in the register. */
    void notesCall(String company, String subject, String customer, String phone) {
        does("save_contact_order", company, subject, customer, "", customer, phone, "");
    }

    private void send(Called order) {
        does("set_ready", order);
        does("request_sending", new Called.Several(List.of(order)));
    }

    private Called.Made made(String act, Object... words) {
        return new Called.Made((Long) Objects.requireNonNull(does(act, words)));
    }

    private void change(String statement, Called line) {
        sql.update(statement + line.id(), line.words().toArray());
    }

    /** Every act wants to know who does it. */
    private @Nullable Object does(String act, Object... words) {
        List<String> expressions = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        for (Object word : words) {
            if (word instanceof Called line) {
                expressions.add(line.id());
                parameters.addAll(line.words());
            } else {
                expressions.add("?");
                parameters.add(word);
            }
        }
        parameters.add(NAME);
        expressions.add("?");
        List<Object> answers = sql.query(
                "SELECT service." + act + "(" + String.join(", ", expressions) + ")",
                (line, n) -> Objects.requireNonNullElse(line.getObject(1), ""),
                parameters.toArray());
        return answers.get(0);
    }
}
