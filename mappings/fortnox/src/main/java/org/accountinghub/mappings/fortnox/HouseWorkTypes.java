package org.accountinghub.mappings.fortnox;

import java.util.Set;
import org.accountinghub.mappings.fortnox.wire.HouseWorkType;
import org.accountinghub.mappings.fortnox.wire.TaxReductionType;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.WorkType;

/** Kinds of house work and of tax reduction, in Fortnox's words. */
final class HouseWorkTypes {

    /** What the schema of orders lacks, but for two kinds that were measured to be taken. */
    private static final Set<HouseWorkType> NOT_ON_ORDERS = Set.of(
            HouseWorkType.HOMEMAINTENANCE,
            HouseWorkType.FURNISHING,
            HouseWorkType.TRANSPORTATIONSERVICES,
            HouseWorkType.WASHINGANDCAREOFCLOTHING,
            HouseWorkType.SOLARCELLS,
            HouseWorkType.STORAGESELFPRODUCEDELECTRICITY,
            HouseWorkType.CHARGINGSTATIONELECTRICVEHICLE);

    private HouseWorkTypes() {}

    static TaxReductionType of(BillableOrder order) {
        return order.taxReduction()
                .map(reduction -> TaxReductionType.valueOf(reduction.type().name()))
                .orElse(TaxReductionType.NONE);
    }

    static HouseWorkType of(WorkType work) {
        return switch (work) {
            case CONSTRUCTION -> HouseWorkType.CONSTRUCTION;
            case ELECTRICITY -> HouseWorkType.ELECTRICITY;
            case GLASS_METAL_WORK -> HouseWorkType.GLASSMETALWORK;
            case GROUND_DRAINAGE_WORK -> HouseWorkType.GROUNDDRAINAGEWORK;
            case MASONRY -> HouseWorkType.MASONRY;
            case PAINTING_WALLPAPERING -> HouseWorkType.PAINTINGWALLPAPERING;
            case HEATING_PLUMBING -> HouseWorkType.HVAC;
            case MAJOR_APPLIANCE_REPAIR -> HouseWorkType.MAJORAPPLIANCEREPAIR;
            case MOVING_SERVICES -> HouseWorkType.MOVINGSERVICES;
            case IT_SERVICES -> HouseWorkType.ITSERVICES;
            case CLEANING -> HouseWorkType.CLEANING;
            case TEXTILE_CARE -> HouseWorkType.TEXTILECLOTHING;
            case SNOW_PLOUGHING -> HouseWorkType.SNOWPLOWING;
            case GARDENING -> HouseWorkType.GARDENING;
            case CHILDCARE -> HouseWorkType.BABYSITTING;
            case OTHER_CARE -> HouseWorkType.OTHERCARE;
            case HOME_MAINTENANCE -> HouseWorkType.HOMEMAINTENANCE;
            case FURNISHING -> HouseWorkType.FURNISHING;
            case TRANSPORT_SERVICES -> HouseWorkType.TRANSPORTATIONSERVICES;
            case LAUNDRY -> HouseWorkType.WASHINGANDCAREOFCLOTHING;
            case SOLAR_CELLS -> HouseWorkType.SOLARCELLS;
            case ENERGY_STORAGE -> HouseWorkType.STORAGESELFPRODUCEDELECTRICITY;
            case CHARGING_POINT -> HouseWorkType.CHARGINGSTATIONELECTRICVEHICLE;
        };
    }

    /** Whether orders are known to take it; invoices take every kind. */
    static boolean onOrders(WorkType work) {
        return !NOT_ON_ORDERS.contains(of(work));
    }
}
