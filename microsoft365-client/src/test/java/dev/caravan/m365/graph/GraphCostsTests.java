package dev.caravan.m365.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.m365.governor.Cost;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What Microsoft publishes that requests count.
class GraphCostsTests {

    private static final List<String> ID = List.of("id");

    static Stream<Object[]> listings() {
        var references = new Listing.OfDomain("fabrikam.example", Listing.OfDomain.Part.NAME_REFERENCES);
        var records = new Listing.OfDomain("fabrikam.example", Listing.OfDomain.Part.SERVICE_RECORDS);
        return Stream.of(
                new Object[] {Listing.of(Listing.OfTenant.USERS, ID), 1},
                new Object[] {Listing.of(Listing.OfTenant.USERS, ID).top(5), 1},
                new Object[] {Listing.of(Listing.OfTenant.SUBSCRIBED_SKUS, ID), 2},
                new Object[] {Listing.of(Listing.OfTenant.SUBSCRIBED_SKUS, ID).top(5), 1},
                new Object[] {Listing.of(new Listing.MembersOf("1"), ID), 2},
                new Object[] {Listing.of(references, ID), 3},
                new Object[] {Listing.ofRecords(records), 1});
    }

    @ParameterizedTest
    @MethodSource("listings")
    void a_listing_counts_units(Listing listing, int units) {
        assertThat(GraphCosts.of(listing)).isEqualTo(Cost.read(units));
    }

    @Test
    void a_request_that_reads_counts_units() {
        assertThat(GraphCosts.of(GraphRequest.get(Resource.at("users")))).isEqualTo(Cost.read(2));
        assertThat(GraphCosts.of(GraphRequest.get(Resource.at("users", "1")))).isEqualTo(Cost.read(1));
    }

    @Test
    void a_request_that_changes_something_counts_as_a_write() {
        assertThat(GraphCosts.of(GraphRequest.delete(Resource.at("users", "1"))))
                .isEqualTo(new Cost(1, 1));
    }
}
