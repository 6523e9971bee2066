package org.accountinghub.mappings.samples;

/**
 * One difficult document.
 *
 * @param name kebab case; also the name of its golden files
 * @param difficulty what a mapping may get wrong with it
 */
public record Sample<D>(String name, String difficulty, D document) {

    @Override
    public String toString() {
        return name;
    }
}
