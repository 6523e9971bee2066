/** What simulated partners that give out tokens by OAuth 2 have in common: clients, grants, token endpoint, consent page. */
@NullMarked
package org.accountinghub.connectors.testkit.oauth;

import org.jspecify.annotations.NullMarked;
