package org.accountinghub.connectors.soap;

import jakarta.xml.bind.ValidationEvent;
import jakarta.xml.bind.ValidationEventHandler;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.PreexistingConduitSelector;
import org.apache.cxf.jaxb.JAXBDataBinding;
import org.apache.cxf.jaxws.JaxWsClientFactoryBean;
import org.apache.cxf.jaxws.interceptors.WrapperClassInInterceptor;
import org.apache.cxf.logging.FaultListener;

/** Puts clients of CXF together: one bus of our own, one conduit, no log, lenient about what partners add. */
final class ClientBuilding {

    private static final String SOAP_OVER_HTTP = "http://schemas.xmlsoap.org/soap/http";
    /** Each call says where it goes. */
    private static final String NOWHERE = "http://nowhere.invalid/";

    /** Held, or its level would be forgotten. CXF tells of each service it puts together. */
    private static final Logger CXF = Logger.getLogger("org.apache.cxf");

    private static final Bus BUS = bus();

    private ClientBuilding() {}

    static Client client(Class<?> contract) {
        JaxWsClientFactoryBean factory = new JaxWsClientFactoryBean();
        factory.setBus(BUS);
        factory.setServiceClass(contract);
        factory.setTransportId(SOAP_OVER_HTTP);
        factory.setAddress(NOWHERE);
        Map<String, Object> properties = new HashMap<>();
        // CXF logs each fault with its stack; the transfer's own attempt says what happened
        properties.put(FaultListener.class.getName(), (FaultListener) (exception, description, message) -> false);
        properties.put(JAXBDataBinding.READER_VALIDATION_EVENT_HANDLER, (ValidationEventHandler) ClientBuilding::goOn);
        factory.setProperties(properties);
        OneRequestConduit conduit = new OneRequestConduit();
        factory.setConduitSelector(new PreexistingConduitSelector(conduit));
        Client client = factory.create();
        conduit.setMessageObserver(client);
        // calls are made with whole elements, whatever style the contract was generated in
        client.getEndpoint().getInInterceptors().removeIf(WrapperClassInInterceptor.class::isInstance);
        return client;
    }

    /** An element that we do not know is no failure; a value that is not what its type says is one. */
    private static boolean goOn(ValidationEvent event) {
        return event.getLinkedException() == null;
    }

    /** Apart from whatever bus the program has, and from Spring. */
    private static Bus bus() {
        CXF.setLevel(Level.WARNING);
        Bus before = BusFactory.getDefaultBus(false);
        Bus ours = new CXFBusFactory().createBus();
        BusFactory.setDefaultBus(before);
        return ours;
    }
}
