package org.accountinghub.connectors.soap;

import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.math.BigDecimal;

/** A small service, written as code generation would write it. */
@WebService(name = "WarehouseSoap", targetNamespace = Warehouse.NAMESPACE)
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public interface Warehouse {

    String NAMESPACE = "http://example.org/warehouse";

    @WebMethod(operationName = "Put", action = NAMESPACE + "/Put")
    @WebResult(name = "PutResponse", targetNamespace = NAMESPACE, partName = "parameters")
    PutAnswer put(@WebParam(name = "Put", targetNamespace = NAMESPACE, partName = "parameters") Put content);

    /** What the operation takes. */
    @XmlRootElement(name = "Put", namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    class Put {
        @XmlElement(name = "Thing", namespace = NAMESPACE)
        public String thing = "";

        @XmlElement(name = "Password", namespace = NAMESPACE)
        public String password = "";

        static Put of(String thing) {
            Put put = new Put();
            put.thing = thing;
            return put;
        }
    }

    /** What it answers. */
    @XmlRootElement(name = "PutResponse", namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    class PutAnswer {
        @XmlElement(name = "Shelf", namespace = NAMESPACE)
        public String shelf = "";

        @XmlElement(name = "Weight", namespace = NAMESPACE)
        public BigDecimal weight = BigDecimal.ZERO;
    }
}
