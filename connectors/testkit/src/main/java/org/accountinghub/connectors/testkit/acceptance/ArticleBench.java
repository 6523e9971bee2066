package org.accountinghub.connectors.testkit.acceptance;

/** What the kit must know besides to test a connector that brings articles. */
public interface ArticleBench extends Bench {

    /** The request that creates an article. */
    String createsArticle();
}
