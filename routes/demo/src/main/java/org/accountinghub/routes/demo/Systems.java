package org.accountinghub.routes.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.accountinghub.routes.demo.data.DemoCompany;
import tools.jackson.databind.JsonNode;

/**
 * Which company has which accounting system.
 *
 * @param byCompany in the companies' order
 */
record Systems(Map<DemoCompany, SimulatedSystem> byCompany) {

    /** Stands for all that are simulated. */
    static final String ALL = "all";

    /**
     * The systems that were asked for, each as often as it was named.
     *
     * @param addresses as the sandbox tells them, by system
     * @throws IllegalArgumentException when one of them is not simulated
     */
    static List<String> named(JsonNode addresses, List<String> connectors) {
        List<String> named = new ArrayList<>();
        for (String connector : connectors) {
            if (connector.equals(ALL)) {
                everyOne(addresses).stream()
                        .filter(name -> !named.contains(name))
                        .forEach(named::add);
            } else if (addresses.has(connector)) {
                named.add(connector);
            } else {
                throw new IllegalArgumentException("there is no simulated " + connector + "; there are "
                        + String.join(", ", addresses.propertyNames()));
            }
        }
        return named;
    }

    /** The one that the demo plays with by itself comes first: of it, most can be shown. */
    private static List<String> everyOne(JsonNode addresses) {
        List<String> names = new ArrayList<>(addresses.propertyNames());
        if (names.remove(SimulatedFortnox.NAME)) {
            names.add(0, SimulatedFortnox.NAME);
        }
        return names;
    }

    /** The first company has the first system, and so on; the last one is taken for all that are left. */
    static Systems of(JsonNode addresses, List<String> named, List<DemoCompany> companies) {
        Map<String, SimulatedSystem> byName = new TreeMap<>();
        Map<DemoCompany, SimulatedSystem> systems = new LinkedHashMap<>();
        for (DemoCompany company : companies) {
            String name = named.get(Math.min(systems.size(), named.size() - 1));
            systems.put(company, byName.computeIfAbsent(name, one -> SimulatedSystem.of(one, addresses.path(one))));
        }
        return new Systems(systems);
    }

    SimulatedSystem of(DemoCompany company) {
        return Objects.requireNonNull(byCompany.get(company));
    }

    /** Each once, with those who have it. */
    Map<SimulatedSystem, List<DemoCompany>> all() {
        return byCompany.keySet().stream()
                .collect(Collectors.groupingBy(this::of, LinkedHashMap::new, Collectors.toList()));
    }

    boolean sendsOrders(DemoCompany company) {
        return company.sendsOrders() && of(company).takesOrders(DemoConnections.tenantOf(company));
    }
}
