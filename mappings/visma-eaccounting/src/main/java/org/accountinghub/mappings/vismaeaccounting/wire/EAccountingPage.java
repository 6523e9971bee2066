package org.accountinghub.mappings.vismaeaccounting.wire;

import java.util.List;
import java.util.Optional;

/** One page of a list: {@code {"Meta":{…},"Data":[…]}}. An answer without {@code Data} holds no list. */
public interface EAccountingPage<T> {

    Optional<Meta> meta();

    Optional<List<T>> data();
}
