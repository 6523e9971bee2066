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
import jakarta.xml.ws.RequestWrapper;
import jakarta.xml.ws.ResponseWrapper;
import java.math.BigDecimal;

/** A small service, written as code generation would write it. */
@WebService(name = "WarehouseSoap", targetNamespace = Warehouse.NAMESPACE)
public interface Warehouse {

    String NAMESPACE = "http://example.org/warehouse";

    @WebMethod(operationName = "Put", action = NAMESPACE + "/Put")
    @RequestWrapper(
            localName = "Put",
            targetNamespace = NAMESPACE,
            className = "org.accountinghub.connectors.soap.Warehouse$Put")
    @ResponseWrapper(
            localName = "PutResponse",
            targetNamespace = NAMESPACE,
            className = "org.accountinghub.connectors.soap.Warehouse$PutAnswer")
    @WebResult(name = "Shelf", targetNamespace = NAMESPACE)
    String put(
            @WebParam(name = "Thing", targetNamespace = NAMESPACE) String thing,
            @WebParam(name = "Password", targetNamespace = NAMESPACE) String password);

    @WebMethod(operationName = "Take", action = NAMESPACE + "/Take")
    @SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
    @WebResult(name = "TakeResponse", targetNamespace = NAMESPACE, partName = "parameters")
    TakeAnswer take(@WebParam(name = "Take", targetNamespace = NAMESPACE, partName = "parameters") Take content);

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

    /** What another operation takes, which has no wrapper. */
    @XmlRootElement(name = "Take", namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    class Take {
        @XmlElement(name = "Shelf", namespace = NAMESPACE)
        public String shelf = "";
    }

    /** What that one answers. */
    @XmlRootElement(name = "TakeResponse", namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    class TakeAnswer {
        @XmlElement(name = "Thing", namespace = NAMESPACE)
        public String thing = "";
    }
}
