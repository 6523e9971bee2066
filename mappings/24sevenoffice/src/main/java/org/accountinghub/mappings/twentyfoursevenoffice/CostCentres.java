package org.accountinghub.mappings.twentyfoursevenoffice;

import java.util.Optional;
import org.accountinghub.mappings.model.Review;

/** Cost centres as the ids of departments or projects; one that the connection does not know is a problem. */
final class CostCentres {

    private final OfficeRules rules;
    private final Review review;

    CostCentres(OfficeRules rules, Review review) {
        this.rules = rules;
        this.review = review;
    }

    /** Where a document or a row is accounted for. */
    record Place(Optional<Integer> department, Optional<Integer> project) {}

    /** @param where {@code Row 2}, or {@code The order} */
    Place of(String where, Optional<String> costCentre) {
        Optional<String> code = costCentre.map(String::strip).filter(text -> !text.isEmpty());
        Place place = new Place(
                code.map(rules.ids().departments()::get), code.map(rules.ids().projects()::get));
        if (code.isPresent() && place.department().isEmpty() && place.project().isEmpty()) {
            review.refuse(
                    "cost-centre-unknown",
                    "DepartmentId",
                    where + " has cost centre \""
                            + OfficeFields.clean(code.get()).text()
                            + "\", for which the connection names neither a department nor a project.",
                    "Name the id of its department or project in the connection's settings, or correct the cost centre.");
        }
        return place;
    }
}
