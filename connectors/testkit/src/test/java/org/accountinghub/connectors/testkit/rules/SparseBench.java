package org.accountinghub.connectors.testkit.rules;

import java.util.List;
import java.util.Set;
import org.accountinghub.connectors.spi.ConnectorFactory;
import org.accountinghub.connectors.testkit.acceptance.Behaviour;
import org.accountinghub.connectors.testkit.acceptance.Behaviours;
import org.accountinghub.mappings.model.BillableOrder;

/** A bench whose partner lacks some behaviours, and refuses what it lacks unless it is dishonest. */
final class SparseBench extends SoundBench {

    private final Set<Behaviour> lacking;
    private final boolean honest;

    SparseBench(ConnectorFactory factory, boolean honest, Behaviour... lacking) {
        super(factory);
        this.lacking = Set.of(lacking);
        this.honest = honest;
    }

    @Override
    public Behaviours behaviours() {
        Behaviours behaviours = Behaviours.all();
        for (Behaviour behaviour : lacking) {
            behaviours = behaviours.without(behaviour, "Paper does not do it.");
        }
        return behaviours;
    }

    private void refuse(Behaviour behaviour) {
        if (honest && lacking.contains(behaviour)) {
            throw new UnsupportedOperationException("paper does not do it");
        }
    }

    private String shown(String reference) {
        return honest && lacking.contains(Behaviour.REFERENCE_SHOWN) ? "" : reference;
    }

    @Override
    public String addInvoice(BillableOrder order, String customerNumber, String referenceText) {
        return super.addInvoice(order, customerNumber, shown(referenceText));
    }

    @Override
    public String addOrder(BillableOrder order, String customerNumber, String referenceText) {
        return super.addOrder(order, customerNumber, shown(referenceText));
    }

    @Override
    public String invoicePart(String number) {
        refuse(Behaviour.PARTLY_INVOICED_ORDERS);
        return super.invoicePart(number);
    }

    @Override
    public String invoiceTogether(List<String> numbers) {
        refuse(Behaviour.JOINT_INVOICES);
        return super.invoiceTogether(numbers);
    }

    @Override
    public void cancelOrder(String number) {
        refuse(Behaviour.CANCELLED_ORDERS);
        super.cancelOrder(number);
    }

    @Override
    public void deleteOrder(String number) {
        refuse(Behaviour.DELETED_ORDERS);
        super.deleteOrder(number);
    }
}
