"""Loading known house numbers (门牌)."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection, transaction

from chengmai.city.addresses.errors import BadHouseNumber

# road name, number, suffix such as 甲 or -2, community code, lon, lat (WGS 84)
HouseNumber = tuple[str, int, str, str, float, float]


@transaction.atomic
def load_address_points(*, points: Iterable[HouseNumber], source: str) -> int:
    """Write house numbers in bulk; one that is known moves to its new position. Returns how many.

    Raises BadHouseNumber naming the row. The index knows them after the next rebuild.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMP TABLE fresh_numbers (road varchar, number int, suffix varchar,"
            " community varchar, lon float8, lat float8) ON COMMIT DROP"
        )
        with connection.wrap_database_errors, cursor.copy("COPY fresh_numbers FROM STDIN") as copy:
            for row, (road, number, suffix, community, lon, lat) in enumerate(points, 1):
                if not road or not 1 <= number <= 99_999 or not (-180 <= lon <= 180):
                    raise BadHouseNumber("This is no house number.", row=row, road=road[:40])
                copy.write_row((road[:60], number, suffix[:12], community[:12], lon, lat))
        cursor.execute(
            """
            INSERT INTO addresses_addresspoint
                   (road_name, number, suffix, community_code, point, data_source)
            SELECT DISTINCT ON (road, number, suffix, community) road, number, suffix, community,
                   ST_SetSRID(ST_MakePoint(lon, lat), 4326), %s::varchar
              FROM fresh_numbers
            ON CONFLICT (road_name, number, suffix, community_code) DO UPDATE
               SET point = excluded.point, data_source = excluded.data_source""",
            [source[:40]],
        )
        written = cursor.rowcount
        cursor.execute("DROP TABLE fresh_numbers")
    return int(written)
