package org.accountinghub.routes.demo.data;

/** What stands in the store beside orders: a project, an agreement and its rows. */
public record DemoLine(String table, Columns columns) {}
