package org.accountinghub.connectors.fortnox.simulator;

import tools.jackson.databind.node.ObjectNode;

/** A document that would be created, and what creates it. */
record Entry(String number, ObjectNode document, Runnable commit) {}
