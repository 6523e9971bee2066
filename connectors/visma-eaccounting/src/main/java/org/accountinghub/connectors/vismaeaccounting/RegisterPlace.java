package org.accountinghub.connectors.vismaeaccounting;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.http.HiddenPersons;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.register.PartnerEdit;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterForm;
import org.accountinghub.mappings.vismaeaccounting.wire.EAccountingPage;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where one register is and how its records are told apart there: by eAccounting's ids. People know them by numbers.
 *
 * @param <P> a page of its list
 * @param <W> a record
 */
interface RegisterPlace<P extends EAccountingPage<W>, W> {

    HiddenPersons PERSONS = HiddenPersons.inJson("CorporateIdentityNumber");

    /** Pages of records with one number: there is one record. */
    int MOST_PAGES = 5;

    VismaLists.Register<P, W> list();

    /** A record. */
    Class<W> body();

    /** eAccounting's name of the number. */
    String numbered();

    Optional<String> id(W record);

    Optional<String> changed(W record);

    /** How records are read and changed; what they may hold does not depend on what the company has. */
    RegisterForm<W, W> form();

    /** The same, knowing what the company has of what records name. */
    Reply<RegisterForm<W, W>> form(Conversation conversation);

    Set<RegisterField> clearable();

    /** The whole record as it shall be. */
    Reply<Translation<ObjectNode>> whole(ObjectNode there, PartnerEdit edit, Conversation conversation);

    /** Something that was taken for known may be known no longer. */
    void forget();

    default String path(String id) {
        return list().path() + "/" + VismaClient.segment(id);
    }

    /**
     * The record as it is now, whatever its number has become.
     *
     * @param id or the number, where it was bound before ids were kept
     */
    default Reply<Optional<W>> bound(VismaLists lists, String id, Conversation conversation) {
        return RecordIds.isOne(id) ? lists.one(list(), id, body(), conversation) : find(lists, id, conversation);
    }

    /** The record with exactly this number, as it is now. */
    default Reply<Optional<W>> find(VismaLists lists, String number, Conversation conversation) {
        return lists.whole(
                        list(),
                        Map.of(VismaLists.FILTER, numbered() + " eq " + VismaClient.quoted(number)),
                        MOST_PAGES,
                        conversation)
                .map(hits -> hits.stream()
                        .filter(hit -> form().whole(hit)
                                .filter(record -> record.number().equals(number))
                                .isPresent())
                        .findFirst());
    }
}
