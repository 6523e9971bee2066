package org.accountinghub.mappings.vismaeaccounting;

import org.accountinghub.mappings.model.WorkType;

/** Kinds of work by eAccounting's numbers: {@code WorkCostType}, for green technology {@code GreenTechnologyType}. */
final class HouseWorkCodes {

    private HouseWorkCodes() {}

    static int of(WorkType work) {
        return switch (work) {
            case CONSTRUCTION -> 1;
            case ELECTRICITY -> 2;
            case GLASS_METAL_WORK -> 3;
            case GROUND_DRAINAGE_WORK -> 4;
            case MASONRY -> 5;
            case PAINTING_WALLPAPERING -> 6;
            case HEATING_PLUMBING -> 7;
            case CLEANING -> 9;
            case TEXTILE_CARE -> 10;
            case SNOW_PLOUGHING -> 12;
            case GARDENING -> 13;
            case CHILDCARE -> 14;
            case OTHER_CARE -> 15;
            case MOVING_SERVICES -> 18;
            case IT_SERVICES -> 19;
            case MAJOR_APPLIANCE_REPAIR -> 22;
            case LAUNDRY -> 26;
            case FURNISHING -> 27;
            case TRANSPORT_SERVICES -> 28;
            case HOME_MAINTENANCE -> 29;
            case SOLAR_CELLS -> 1;
            case ENERGY_STORAGE -> 2;
            case CHARGING_POINT -> 3;
        };
    }

    /** Whether orders know it: the contract of 2021 ends with 22. */
    static boolean known2021(WorkType work) {
        return of(work) <= 22;
    }
}
