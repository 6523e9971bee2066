package org.accountinghub.mappings.model;

/**
 * A kind of work that Sweden's tax reductions know, in the words of the Tax Agency's forms for ROT, RUT and green
 * technology. Rates and ceilings are the accounting system's, never the hub's.
 */
public enum WorkType {
    CONSTRUCTION(TaxReduction.Type.ROT),
    ELECTRICITY(TaxReduction.Type.ROT),
    GLASS_METAL_WORK(TaxReduction.Type.ROT),
    GROUND_DRAINAGE_WORK(TaxReduction.Type.ROT),
    MASONRY(TaxReduction.Type.ROT),
    PAINTING_WALLPAPERING(TaxReduction.Type.ROT),
    HEATING_PLUMBING(TaxReduction.Type.ROT),
    MAJOR_APPLIANCE_REPAIR(TaxReduction.Type.RUT),
    MOVING_SERVICES(TaxReduction.Type.RUT),
    IT_SERVICES(TaxReduction.Type.RUT),
    CLEANING(TaxReduction.Type.RUT),
    TEXTILE_CARE(TaxReduction.Type.RUT),
    SNOW_PLOUGHING(TaxReduction.Type.RUT),
    GARDENING(TaxReduction.Type.RUT),
    CHILDCARE(TaxReduction.Type.RUT),
    OTHER_CARE(TaxReduction.Type.RUT),
    HOME_MAINTENANCE(TaxReduction.Type.RUT),
    FURNISHING(TaxReduction.Type.RUT),
    TRANSPORT_SERVICES(TaxReduction.Type.RUT),
    LAUNDRY(TaxReduction.Type.RUT),
    SOLAR_CELLS(TaxReduction.Type.GREEN),
    ENERGY_STORAGE(TaxReduction.Type.GREEN),
    CHARGING_POINT(TaxReduction.Type.GREEN);

    private final TaxReduction.Type reduction;

    WorkType(TaxReduction.Type reduction) {
        this.reduction = reduction;
    }

    /** The reduction it belongs to. */
    public TaxReduction.Type reduction() {
        return reduction;
    }
}
