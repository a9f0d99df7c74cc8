// Generated from openapi.json; do not edit.
export interface paths {
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Accounts of staff
         * @description By number; `q` is part of a name or the beginning of a user name.
         */
        get: operations["chengmai_identity_grants_api_get_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{person_id}/duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a duty
         * @description An ordinary duty is given at once; that of an administrator waits for a second one.
         */
        post: operations["chengmai_identity_grants_api_post_duty"];
        /** Take a duty away */
        delete: operations["chengmai_identity_grants_api_delete_duty"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page of cases
         * @description The database builds the page; what is declared here is what it builds.
         */
        get: operations["chengmai_cases_api_reads_get_cases"];
        put?: never;
        /**
         * Report a problem
         * @description The same source and source key again give the same receipt, with status 200.
         */
        post: operations["chengmai_cases_api_moves_post_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/about/{component_code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cases about a component */
        get: operations["chengmai_cases_api_components_get_cases_about"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My bulk moves, newest first */
        get: operations["chengmai_cases_api_bulk_list_bulks"];
        put?: never;
        /** Take one step with many cases */
        post: operations["chengmai_cases_api_bulk_post_bulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/bulk/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which moves a choice of cases allows */
        post: operations["chengmai_cases_api_bulk_post_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/bulk/{bulk_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One bulk move */
        get: operations["chengmai_cases_api_bulk_show_bulk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/bulk/{bulk_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a bulk move */
        post: operations["chengmai_cases_api_bulk_post_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/bulk/{bulk_id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How each case fared */
        get: operations["chengmai_cases_api_bulk_list_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/bulk/{bulk_id}/results.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The result of each case as a workbook */
        get: operations["chengmai_cases_api_bulk_get_results"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/bulk/{bulk_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a bulk move back */
        post: operations["chengmai_cases_api_bulk_post_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many cases a list holds
         * @description Exact up to a thousand, beyond that the planner's estimate; place and limit do not matter.
         */
        get: operations["chengmai_cases_api_reads_get_count"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Columns and limits of the desk */
        get: operations["chengmai_cases_api_desk_get_desk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Order this list as a workbook */
        post: operations["chengmai_cases_api_desk_post_sheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Order several cases in one PDF */
        post: operations["chengmai_cases_api_casefile_post_files"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The imports, newest first */
        get: operations["chengmai_cases_api_imports_list_imports"];
        put?: never;
        /** Send a file of messages */
        post: operations["chengmai_cases_api_imports_post_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/imports/{batch_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import with a preview */
        get: operations["chengmai_cases_api_imports_show_import"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/imports/{batch_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop an import */
        post: operations["chengmai_cases_api_imports_post_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/imports/{batch_id}/report.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The row report as a workbook */
        get: operations["chengmai_cases_api_imports_get_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/imports/{batch_id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The row report */
        get: operations["chengmai_cases_api_imports_list_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/imports/{batch_id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set an import going */
        post: operations["chengmai_cases_api_imports_post_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/phrases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Standard phrases, most used first */
        get: operations["chengmai_cases_api_desk_list_phrases"];
        put?: never;
        /** Keep a phrase of mine */
        post: operations["chengmai_cases_api_desk_post_phrase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/phrases/{phrase_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a phrase of mine */
        put: operations["chengmai_cases_api_desk_put_phrase"];
        post?: never;
        /** Delete my phrase */
        delete: operations["chengmai_cases_api_desk_delete_phrase"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/phrases/{phrase_id}/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** I took this phrase */
        post: operations["chengmai_cases_api_desk_post_use"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My queues with counts */
        get: operations["chengmai_cases_api_reads_get_queues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/standards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Limits and thresholds in force */
        get: operations["chengmai_cases_api_reads_get_standards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts and rates of a period */
        get: operations["chengmai_cases_api_statistics_get_statistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/statistics/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Two periods by source */
        get: operations["chengmai_cases_api_desk_get_sources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Today's figures */
        get: operations["chengmai_cases_api_reads_get_today"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My views and those shared with me */
        get: operations["chengmai_cases_api_desk_list_views"];
        put?: never;
        /** Save a view */
        post: operations["chengmai_cases_api_desk_post_view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/views/first": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The view my desk opens with */
        put: operations["chengmai_cases_api_desk_put_first"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/views/{view_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a view of mine */
        put: operations["chengmai_cases_api_desk_put_view"];
        post?: never;
        /** Delete a view of mine */
        delete: operations["chengmai_cases_api_desk_delete_view"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One case */
        get: operations["chengmai_cases_api_reads_get_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/component": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its component */
        get: operations["chengmai_cases_api_components_get_case_component"];
        /** Name its component */
        put: operations["chengmai_cases_api_components_put_case_component"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/file.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The printed file of a case */
        get: operations["chengmai_cases_api_casefile_get_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a step
         * @description Answers the case page, or with `brief` its row. A page that has gone stale is refused.
         *
         *     With an `Idempotency-Key`, a move sent again after a lost answer gets that answer.
         */
        post: operations["chengmai_cases_api_moves_post_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/print": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the printable case file shows */
        get: operations["chengmai_cases_api_reads_get_print"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/reports/{report_id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look behind the masks of a report
         * @description Who looked, when and why stands in the ledger; the answer is kept by no cache.
         */
        post: operations["chengmai_cases_api_moves_post_reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every step */
        get: operations["chengmai_cases_api_reads_get_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Check the code of a printed file */
        get: operations["chengmai_cases_api_casefile_get_check"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/citizen/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is kept of me, and who has seen it */
        get: operations["chengmai_citizen_privacy_api_get_data"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/citizen/data/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file to keep */
        get: operations["chengmai_citizen_privacy_api_get_copy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/citizen/data/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase what is kept of me
         * @description Reports whose case is open wait until it ends.
         */
        post: operations["chengmai_citizen_privacy_api_post_erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/citizen/data/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether I am told by short message */
        get: operations["chengmai_citizen_privacy_api_get_messages"];
        /**
         * Be told by short message, or not
         * @description Of reports from this phone; other phones that gave the same number choose for theirs.
         */
        put: operations["chengmai_citizen_privacy_api_put_messages"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/citizen/nearby": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open problems near a point
         * @description The nearest 30 within so many metres (50 to 2,000); `mine`: reported from this device.
         */
        get: operations["chengmai_citizen_api_get_nearby"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/citizen/nearby/{case_ref}/me-too": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Me too */
        post: operations["chengmai_citizen_api_post_me_too"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/citizen/notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The privacy notice in force */
        get: operations["chengmai_citizen_api_get_notice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/citizen/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I reported */
        get: operations["chengmai_citizen_api_get_reports"];
        put?: never;
        /** Report a problem */
        post: operations["chengmai_citizen_api_post_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/citizen/reports/{tracking_no}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How my report fares */
        get: operations["chengmai_citizen_api_get_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/citizen/reports/{tracking_no}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rate the result */
        post: operations["chengmai_citizen_api_post_rating"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/addresses/aliases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Other names of things */
        get: operations["chengmai_city_addresses_api_get_aliases"];
        put?: never;
        /** Add or change another name */
        post: operations["chengmai_city_addresses_api_post_alias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/addresses/aliases/{alias_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End another name */
        delete: operations["chengmai_city_addresses_api_delete_alias"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/addresses/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Positions for an address, with scores */
        get: operations["chengmai_city_addresses_api_get_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/addresses/gazetteer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How new the gazetteer is */
        get: operations["chengmai_city_addresses_api_get_gazetteer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/addresses/numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The house numbers of a road */
        get: operations["chengmai_city_addresses_api_get_numbers"];
        put?: never;
        /** Add a house number */
        post: operations["chengmai_city_addresses_api_post_number"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/addresses/numbers/{number_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Move a house number */
        put: operations["chengmai_city_addresses_api_put_number"];
        post?: never;
        /** Remove a house number */
        delete: operations["chengmai_city_addresses_api_delete_number"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/addresses/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Words for a position */
        get: operations["chengmai_city_addresses_api_get_reverse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/addresses/roads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roads by name, with how many numbers */
        get: operations["chengmai_city_addresses_api_get_roads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/addresses/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is meant, while typing */
        get: operations["chengmai_city_addresses_api_get_suggest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/area-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kinds of managed areas */
        get: operations["chengmai_city_api_areas_get_kinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of the areas in use */
        get: operations["chengmai_city_api_areas_get_areas"];
        put?: never;
        /** Bring an area into use */
        post: operations["chengmai_city_api_areas_post_area"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/areas/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What stands against a shape */
        post: operations["chengmai_city_api_areas_post_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/areas/shapes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Areas of a kind in a box, as GeoJSON */
        get: operations["chengmai_city_api_areas_get_shapes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/areas/{area_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An area with its ground */
        get: operations["chengmai_city_api_areas_get_area"];
        put?: never;
        post?: never;
        /** Take an area out of use */
        delete: operations["chengmai_city_api_areas_delete_area"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/areas/{area_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What it was before */
        get: operations["chengmai_city_api_areas_get_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/at": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every grid and area at a point, and who answers */
        get: operations["chengmai_city_api_areas_get_at"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/calendar/days/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make a day working or off */
        put: operations["chengmai_city_api_reference_put_day"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/calendar/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Holidays and make-up days of a year */
        get: operations["chengmai_city_api_reference_get_calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/census/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Order a file of the city's data */
        post: operations["chengmai_city_api_census_post_export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/census/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports, newest first */
        get: operations["chengmai_city_api_census_get_imports"];
        put?: never;
        /** Send a file */
        post: operations["chengmai_city_api_census_post_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/census/imports/{import_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import */
        get: operations["chengmai_city_api_census_get_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/census/imports/{import_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop */
        post: operations["chengmai_city_api_census_post_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/census/imports/{import_id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dry run */
        post: operations["chengmai_city_api_census_post_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/census/imports/{import_id}/guess": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Guessed choices */
        get: operations["chengmai_city_api_census_get_guess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/census/imports/{import_id}/left": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows not undone */
        get: operations["chengmai_city_api_census_get_left"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/census/imports/{import_id}/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows as GeoJSON */
        get: operations["chengmai_city_api_census_get_map"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/census/imports/{import_id}/pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a zip of pictures beside the file */
        post: operations["chengmai_city_api_census_post_pictures"];
        /** Without pictures */
        delete: operations["chengmai_city_api_census_delete_pictures"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/census/imports/{import_id}/report.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Row report as text, any length */
        get: operations["chengmai_city_api_census_get_text"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/census/imports/{import_id}/report.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Row report as a workbook */
        get: operations["chengmai_city_api_census_get_workbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/census/imports/{import_id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Checked rows */
        get: operations["chengmai_city_api_census_get_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/census/imports/{import_id}/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sample as GeoJSON */
        get: operations["chengmai_city_api_census_get_sample"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/census/imports/{import_id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take it */
        post: operations["chengmai_city_api_census_post_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/census/imports/{import_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back */
        post: operations["chengmai_city_api_census_post_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/census/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be imported and exported */
        get: operations["chengmai_city_api_census_get_targets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/classes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Classes with conditions and limits */
        get: operations["chengmai_city_api_reference_get_classes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/components": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of components */
        get: operations["chengmai_city_api_components_get_components"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/components/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One component */
        get: operations["chengmai_city_api_components_get_component"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/components/{code}/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add photos */
        post: operations["chengmai_city_api_components_post_photos"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/components/{code}/position": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The right place */
        put: operations["chengmai_city_api_components_put_position"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/components/{code}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another state */
        post: operations["chengmai_city_api_components_post_state"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/divisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Administrative divisions */
        get: operations["chengmai_city_api_reference_get_divisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/grid-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last checks of the grids */
        get: operations["chengmai_city_faults_api_get_checks"];
        put?: never;
        /** Check every grid, in the background */
        post: operations["chengmai_city_faults_api_post_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/grid-checks/{check_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One check with its progress */
        get: operations["chengmai_city_faults_api_get_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/grid-checks/{check_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a check */
        post: operations["chengmai_city_faults_api_post_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/grid-checks/{check_id}/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a check found */
        get: operations["chengmai_city_faults_api_get_faults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/grids/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Join unit grids that touch */
        post: operations["chengmai_city_api_grids_post_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/grids/merge/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What joining would give */
        post: operations["chengmai_city_api_grids_post_merge_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/grids/{code}/around": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A unit grid, its neighbours */
        get: operations["chengmai_city_api_grids_get_around"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/grids/{code}/fate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of a closed unit grid */
        get: operations["chengmai_city_api_grids_get_fate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/grids/{code}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Divide a unit grid by a line */
        post: operations["chengmai_city_api_grids_post_split"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/grids/{code}/split/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a line would give */
        post: operations["chengmai_city_api_grids_post_split_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/layers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every layer with its look and its rules */
        get: operations["chengmai_city_api_layers_get_layers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/layers/{layer}/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change how a layer looks */
        put: operations["chengmai_city_api_layers_put_look"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/layers/{layer}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change who sees a layer */
        put: operations["chengmai_city_api_layers_put_rules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/locate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** In which grid a point lies */
        get: operations["chengmai_city_api_reference_get_locate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the one map shows first, and its layers */
        get: operations["chengmai_city_api_layers_get_map"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/map/choice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Remember how I left the layer tree */
        put: operations["chengmai_city_api_layers_put_choice"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/places/{place_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One public place */
        get: operations["chengmai_city_api_places_get_place"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Planned changes
         * @description `kind` holds kinds with commas between; empty means any.
         */
        get: operations["chengmai_city_api_plans_get_plans"];
        put?: never;
        /** Plan a change for a day to come */
        post: operations["chengmai_city_api_plans_post_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/plans/{plan_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Give a planned change up */
        delete: operations["chengmai_city_api_plans_delete_plan"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Places, roads and divisions by name */
        get: operations["chengmai_city_api_reference_get_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The API clients */
        get: operations["chengmai_identity_keys_api_get_clients"];
        put?: never;
        /** Propose an API client */
        post: operations["chengmai_identity_keys_api_post_client"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{client_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a client for good */
        delete: operations["chengmai_identity_keys_api_delete_client"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{client_id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a client in */
        post: operations["chengmai_identity_keys_api_post_approval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{client_id}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A fresh key, shown once */
        post: operations["chengmai_identity_keys_api_post_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{client_id}/keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a key at once */
        delete: operations["chengmai_identity_keys_api_delete_key"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Colleagues by name
         * @description At most twenty active people whose name holds the text; to choose a deputy from.
         */
        get: operations["chengmai_identity_leave_api_get_colleagues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contact_id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look behind the mask
         * @description For who sees the whole city; others ask through a report of a case that they see.
         */
        post: operations["chengmai_identity_api_post_reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who stands in for whom */
        get: operations["chengmai_identity_leave_api_get_delegations"];
        put?: never;
        /** Let somebody stand in */
        post: operations["chengmai_identity_leave_api_post_delegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delegations/{delegation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take it back */
        delete: operations["chengmai_identity_leave_api_delete_delegation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duty-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for a second look */
        get: operations["chengmai_identity_grants_api_get_requests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duty-requests/{request_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Grant or refuse */
        post: operations["chengmai_identity_grants_api_post_decision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My exports, newest first */
        get: operations["chengmai_kernel_exports_api_list_exports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{export_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One export */
        get: operations["chengmai_kernel_exports_api_show_export"];
        put?: never;
        post?: never;
        /** Stop or delete an export */
        delete: operations["chengmai_kernel_exports_api_delete_export"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{export_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file */
        get: operations["chengmai_kernel_exports_api_get_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kernel/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Dead Letters
         * @description Facts that a handler could not answer, oldest first; `all` also shows the replayed.
         */
        get: operations["chengmai_main_backoffice_get_dead_letters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kernel/dead-letters/{letter_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Post Replay
         * @description Let the handler answer the fact now; 409 when it fails again.
         */
        post: operations["chengmai_main_backoffice_post_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kernel/ledger/{subject}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Ledger
         * @description The chain of one subject, such as `case:17`, with its hashes.
         */
        get: operations["chengmai_main_backoffice_get_ledger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kernel/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is kept how long, with proof */
        get: operations["chengmai_main_backoffice_get_retention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kernel/upkeep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Backups, anchors, disks
         * @description How the platform is kept, for administrator and auditor.
         */
        get: operations["chengmai_main_status_get_upkeep"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where I am signed in */
        get: operations["chengmai_identity_signin_api_account_get_devices"];
        put?: never;
        post?: never;
        /** Sign every other device out */
        delete: operations["chengmai_identity_signin_api_account_delete_other_devices"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/devices/{device_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign a device out */
        delete: operations["chengmai_identity_signin_api_account_delete_device"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My second factors */
        get: operations["chengmai_identity_factors_api_get_factors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a passkey */
        post: operations["chengmai_identity_factors_api_post_passkeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to add a passkey */
        post: operations["chengmai_identity_factors_api_post_passkeys_options"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys/{passkey_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Give a passkey up */
        delete: operations["chengmai_identity_factors_api_delete_passkey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is asked of a password */
        get: operations["chengmai_identity_signin_api_account_get_password_policy"];
        put?: never;
        /** Choose a new password */
        post: operations["chengmai_identity_signin_api_account_post_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fresh recovery codes */
        post: operations["chengmai_identity_factors_api_post_recovery_codes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin with a code generator */
        post: operations["chengmai_identity_factors_api_post_totp"];
        /** Give the code generator up */
        delete: operations["chengmai_identity_factors_api_delete_totp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The first code of the generator */
        post: operations["chengmai_identity_factors_api_post_totp_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Post Media
         * @description Keep a photo, video, recording or document; the same content again is the same file.
         */
        post: operations["chengmai_kernel_media_api_post_media"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My notices, newest first */
        get: operations["chengmai_notices_api_get_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where I am reached */
        post: operations["chengmai_notices_api_post_address"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/addresses/{address_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Not there any more */
        delete: operations["chengmai_notices_api_delete_address"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What stands behind each channel */
        get: operations["chengmai_notices_api_get_channels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/channels/{channel}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set a channel up */
        put: operations["chengmai_notices_api_put_channel"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/channels/{channel}/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send one message now */
        post: operations["chengmai_notices_api_post_try"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How I want to be told */
        get: operations["chengmai_notices_api_get_choices"];
        /** Change how I want to be told */
        put: operations["chengmai_notices_api_put_choices"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/kept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What stand-ins would have sent */
        get: operations["chengmai_notices_api_get_kept"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages by state, newest first
         * @description Without the words: an administrator sees how a message fares, not what it says.
         */
        get: operations["chengmai_notices_api_get_outbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/outbox/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits, and since when */
        get: operations["chengmai_notices_api_get_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/outbox/{message_id}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try it once more */
        post: operations["chengmai_notices_api_post_again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** I have read these, or all */
        post: operations["chengmai_notices_api_post_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/receipts/sms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A provider says how a message fared
         * @description Signed by the provider: `{"no": …, "state": "delivered"|"failed"|"stop", "why": …}`.
         *
         *     `stop`: whoever got it answered that they want no more of this kind.
         */
        post: operations["chengmai_notices_api_post_receipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/templates/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How a template reads */
        post: operations["chengmai_notices_api_post_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many I have not read, up to 100 */
        get: operations["chengmai_notices_api_get_unread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organisations */
        get: operations["chengmai_identity_api_get_organisations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People by duty and organisation */
        get: operations["chengmai_identity_api_get_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person_id}/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Somebody's sessions */
        get: operations["chengmai_identity_signin_api_administration_get_devices_of"];
        put?: never;
        post?: never;
        /** Sign somebody out */
        delete: operations["chengmai_identity_signin_api_administration_delete_devices_of"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person_id}/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove somebody's factors */
        delete: operations["chengmai_identity_factors_api_delete_factors_of"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person_id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a one-time password */
        post: operations["chengmai_identity_signin_api_administration_post_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person_id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a locked account */
        post: operations["chengmai_identity_signin_api_administration_post_unlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find who asks, by number
         * @description The search itself is kept, whether it finds somebody or not.
         */
        post: operations["chengmai_citizen_privacy_api_post_look_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests, the most urgent first */
        get: operations["chengmai_citizen_privacy_api_get_requests"];
        put?: never;
        /** Keep a request made in person */
        post: operations["chengmai_citizen_privacy_api_post_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/requests/{request_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer a request
         * @description Carry it out, or refuse it with the reason that the person is told.
         */
        post: operations["chengmai_citizen_privacy_api_post_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/requests/{request_id}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The copy to hand over
         * @description The person sees who took it. It wants a fresh proof, and an open request for a copy.
         */
        get: operations["chengmai_citizen_privacy_api_get_request_copy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The roster of a week
         * @description The week that holds `day`, Monday to Sunday, of an organisation that the actor sees.
         */
        get: operations["chengmai_identity_shifts_api_get_roster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roster/copies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Copy a week */
        post: operations["chengmai_identity_shifts_api_post_copy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roster/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a roster sheet in
         * @description CSV or XLSX with day, shift and user name; all of it is taken, or nothing.
         */
        post: operations["chengmai_identity_shifts_api_post_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roster/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put somebody on a shift */
        post: operations["chengmai_identity_shifts_api_post_line"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roster/lines/{line_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take somebody off */
        delete: operations["chengmai_identity_shifts_api_delete_line"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and how far */
        get: operations["chengmai_identity_signin_api_session_get_session"];
        put?: never;
        /** Sign in */
        post: operations["chengmai_identity_signin_api_session_post_session"];
        /** Sign out */
        delete: operations["chengmai_identity_signin_api_session_delete_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/acting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Work in a colleague's place */
        post: operations["chengmai_identity_leave_api_post_acting"];
        /** Work for oneself again */
        delete: operations["chengmai_identity_leave_api_delete_acting"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm that it is still me */
        post: operations["chengmai_identity_factors_api_post_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The accounts of a demo city
         * @description Only where the process was started for a demo city.
         */
        get: operations["chengmai_main_welcome_get_demo_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give the second factor
         * @description The second step of signing in; for who is in already, a fresh confirmation.
         */
        post: operations["chengmai_identity_factors_api_post_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/factor/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A challenge for my passkeys */
        post: operations["chengmai_identity_factors_api_post_factor_options"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a passkey alone */
        post: operations["chengmai_identity_factors_api_post_passkey_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin with a passkey
         * @description A challenge for whoever sits at this browser; nothing is said about who exists.
         */
        post: operations["chengmai_identity_factors_api_post_passkey_options"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/sso": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where else one may sign in */
        get: operations["chengmai_identity_sso_api_get_providers"];
        put?: never;
        /** What the provider said */
        post: operations["chengmai_identity_sso_api_post_finish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/sso/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to sign in at a provider */
        post: operations["chengmai_identity_sso_api_post_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Define a shift */
        post: operations["chengmai_identity_shifts_api_post_shift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shifts/{shift_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a shift out of use */
        delete: operations["chengmai_identity_shifts_api_delete_shift"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tries to sign in
         * @description Newest first; for the auditor and the security administrator.
         */
        get: operations["chengmai_identity_signin_api_administration_get_attempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sign-in policy */
        get: operations["chengmai_identity_signin_api_administration_get_policy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/policy/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change the sign-in policy */
        put: operations["chengmai_identity_signin_api_administration_put_policy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The providers */
        get: operations["chengmai_identity_sso_api_get_provider_details"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/providers/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make or change a provider */
        put: operations["chengmai_identity_sso_api_put_provider"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is wrong now
         * @description Answers without a session, and while the database is away; at most two seconds old.
         */
        get: operations["chengmai_main_status_get_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reference tables that you may read */
        get: operations["chengmai_main_tables_api_get_tables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tables/beginning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an empty city still needs */
        get: operations["chengmai_main_tables_api_get_beginning"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tables/{table}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One table: its columns and doings */
        get: operations["chengmai_main_tables_api_get_table"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tables/{table}/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rows to choose from in a form
         * @description Up to 50 rows that are in use or will be.
         */
        get: operations["chengmai_main_tables_api_get_choices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tables/{table}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a change would do */
        post: operations["chengmai_main_tables_api_post_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tables/{table}/row/{pk}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One row */
        get: operations["chengmai_main_tables_api_get_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tables/{table}/row/{pk}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed a row */
        get: operations["chengmai_main_tables_api_get_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tables/{table}/row/{pk}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring an earlier version back */
        post: operations["chengmai_main_tables_api_post_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tables/{table}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows, page by page */
        get: operations["chengmai_main_tables_api_get_rows"];
        put?: never;
        /**
         * Change one row
         * @description Add, change, end, reinstate or take back a row; 201 for a new one.
         */
        post: operations["chengmai_main_tables_api_post_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tables/{table}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The table as a workbook */
        get: operations["chengmai_main_tables_sheets_get_sheet"];
        put?: never;
        /**
         * Compare a workbook with the table
         * @description Row by row what the workbook would change; with `take` it is changed.
         */
        post: operations["chengmai_main_tables_sheets_post_sheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AboutOut
         * @description All that is kept of one person.
         */
        AboutOut: {
            /** Consents */
            consents: components["schemas"]["ConsentOut"][];
            /** Contacts */
            contacts: components["schemas"]["MaskedOut"][];
            /** Ratings */
            ratings: components["schemas"]["OwnRatingOut"][];
            /** Readings */
            readings: components["schemas"]["ReadingOut"][];
            /** Reports */
            reports: components["schemas"]["OwnReportOut"][];
        };
        /** AccountOut */
        AccountOut: {
            /** Active */
            active: boolean;
            /** Has Factor */
            has_factor: boolean;
            /** Id */
            id: number;
            /** Locked Until */
            locked_until: string | null;
            /** Must Change Password */
            must_change_password: boolean;
            /** Name */
            name: string;
            /** Organisation Id */
            organisation_id: number;
            /** Organisation Name */
            organisation_name: string;
            /** Posts */
            posts: components["schemas"]["PostOut"][];
            /** Username */
            username: string;
        };
        /** ActingForOut */
        ActingForOut: {
            /** Delegation Id */
            delegation_id: number;
            /** Name */
            name: string;
            /** Person Id */
            person_id: number;
        };
        /** ActingIn */
        ActingIn: {
            /** Delegation Id */
            delegation_id: number;
        };
        /** AddedLinesOut */
        AddedLinesOut: {
            /** Added */
            added: number;
        };
        /**
         * AddedOut
         * @description Recovery codes are shown this once; none where some were left.
         */
        AddedOut: {
            /** Recovery Codes */
            recovery_codes: string[];
            session: components["schemas"]["SessionOut"];
        };
        /** AddressAliasIn */
        AddressAliasIn: {
            /** Alias */
            alias: string;
            /** Name */
            name: string;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** AddressAliasOut */
        AddressAliasOut: {
            /** Alias */
            alias: string;
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Note */
            note: string;
            /** Source */
            source: string;
        };
        /** AddressCandidateOut */
        AddressCandidateOut: {
            /** Certain */
            certain: boolean;
            /** District Code */
            district_code: string;
            /** Found */
            found: string;
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /** Parts */
            parts: components["schemas"]["AddressPartOut"][];
            /** Precision M */
            precision_m: number;
            /** Score */
            score: number;
            /** Text */
            text: string;
        };
        /** AddressPartOut */
        AddressPartOut: {
            /** How */
            how: string;
            /** Meaning */
            meaning: string;
            /** Role */
            role: string;
            /** Text */
            text: string;
        };
        /** AddressSuggestionOut */
        AddressSuggestionOut: {
            /** Detail */
            detail: string;
            /** How */
            how: string;
            /** Kind */
            kind: string;
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /** Name */
            name: string;
            /** Precision M */
            precision_m: number;
            /** Score */
            score: number;
        };
        /** AllowanceOut */
        AllowanceOut: {
            /** Amount */
            amount: number;
            /** Unit */
            unit: string;
        };
        /** AnswerIn */
        AnswerIn: {
            /** Carry Out */
            carry_out: boolean;
            /**
             * Words
             * @default
             */
            words: string;
        };
        /** AreaCheckIn */
        AreaCheckIn: {
            /**
             * Code
             * @default
             */
            code: string;
            /** Kind */
            kind: string;
            /** Shape */
            shape: string;
        };
        /**
         * AreaCheckOut
         * @description What stands against a shape; it can be saved when nothing blocks.
         */
        AreaCheckOut: {
            /** Area M2 */
            area_m2: number;
            /** Faults */
            faults: components["schemas"]["AreaFaultOut"][];
        };
        /**
         * AreaFamily
         * @description What an area of a kind is for.
         * @enum {string}
         */
        AreaFamily: "grid" | "responsibility";
        /**
         * AreaFaultKind
         * @description What may stand against the ground of an area.
         * @enum {string}
         */
        AreaFaultKind: "crossing" | "overlap" | "outside";
        /** AreaFaultOut */
        AreaFaultOut: {
            /** Area M2 */
            area_m2: number | null;
            /** Blocks */
            blocks: boolean;
            kind: components["schemas"]["AreaFaultKind"];
            /** Other Code */
            other_code: string;
            /** Other Name */
            other_name: string;
            /** Shape */
            shape: {
                [key: string]: unknown;
            } | null;
        };
        /** AreaIn */
        AreaIn: {
            /** Code */
            code: string;
            /** Kind */
            kind: string;
            /**
             * Level
             * @default
             */
            level: string;
            /** Name */
            name: string;
            /** Organisation Id */
            organisation_id?: number | null;
            /**
             * Party
             * @default
             */
            party: string;
            /** Person Id */
            person_id?: number | null;
            /** Shape */
            shape: string;
            /**
             * Source
             * @default
             */
            source: string;
            /** Valid From */
            valid_from?: string | null;
        };
        /** AreaKindOut */
        AreaKindOut: {
            /** Code */
            code: string;
            /** Colour */
            colour: string;
            family: components["schemas"]["AreaFamily"];
            /** Levels */
            levels: string[];
            /** Min Zoom */
            min_zoom: number;
            /** Name */
            name: string;
        };
        /** AreaOut */
        AreaOut: {
            /** Code */
            code: string;
            family: components["schemas"]["AreaFamily"];
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Name */
            kind_name: string;
            /** Level */
            level: string;
            /** Name */
            name: string;
            /** Organisation Id */
            organisation_id: number | null;
            /** Organisation Name */
            organisation_name: string | null;
            /** Party */
            party: string;
            /** Person Id */
            person_id: number | null;
            /** Person Name */
            person_name: string | null;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /** Valid To */
            valid_to: string | null;
        };
        /** AreaShapeOut */
        AreaShapeOut: {
            /** Code */
            code: string;
            family: components["schemas"]["AreaFamily"];
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Name */
            kind_name: string;
            /** Level */
            level: string;
            /** Name */
            name: string;
            /** Organisation Id */
            organisation_id: number | null;
            /** Organisation Name */
            organisation_name: string | null;
            /** Party */
            party: string;
            /** Person Id */
            person_id: number | null;
            /** Person Name */
            person_name: string | null;
            /** Shape */
            shape: {
                [key: string]: unknown;
            };
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /** Valid To */
            valid_to: string | null;
        };
        /** AttemptOut */
        AttemptOut: {
            /** Address */
            address: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** How */
            how: string;
            /** Id */
            id: number;
            /** Succeeded */
            succeeded: boolean;
            /** Username */
            username: string;
        };
        /** BackupRunOut */
        BackupRunOut: {
            /** Bytes */
            bytes: number | null;
            /** Ended At */
            ended_at: string | null;
            /** Error */
            error: string;
            /** Name */
            name: string;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /** State */
            state: string;
            /** Way */
            way: string;
        };
        /**
         * BatchState
         * @description Where an import stands.
         * @enum {string}
         */
        BatchState: "reading" | "ready" | "running" | "done" | "cancelled" | "failed";
        /** BeginIn */
        BeginIn: {
            /**
             * To
             * @default /
             */
            to: string;
        };
        /** BeginningOut */
        BeginningOut: {
            /** Done */
            done: boolean;
            /** Steps */
            steps: components["schemas"]["BeginningStepOut"][];
        };
        /** BeginningStepOut */
        BeginningStepOut: {
            /** Count */
            count: number;
            /** Done */
            done: boolean;
            hint: components["schemas"]["TableWordsOut"];
            /** Id */
            id: string;
            /** Least */
            least: number;
            /** Path */
            path: string;
            words: components["schemas"]["TableWordsOut"];
        };
        /** BegunOut */
        BegunOut: {
            /** Address */
            address: string;
        };
        /** BulkCheck */
        BulkCheck: {
            /** Cases */
            cases: components["schemas"]["ChosenCase"][];
            /** Class Codes */
            class_codes: string[];
            /** Missing */
            missing: number[];
            /** Moves */
            moves: components["schemas"]["BulkOption"][];
        };
        /**
         * BulkIn
         * @description A move with what it needs, for many cases; each with the version that the page showed.
         */
        BulkIn: {
            /**
             * Class Code
             * @default
             */
            class_code: string;
            /**
             * Close Condition Met
             * @default false
             */
            close_condition_met: boolean;
            /**
             * Co Organisation Ids
             * @default []
             */
            co_organisation_ids: number[];
            /** Collector Id */
            collector_id?: number | null;
            /** Condition Id */
            condition_id?: number | null;
            /**
             * Days
             * @default 0
             */
            days: number;
            /** Handler Id */
            handler_id?: number | null;
            /** Items */
            items: components["schemas"]["BulkItemIn"][];
            /** Lat */
            lat?: number | null;
            /**
             * Level
             * @default
             */
            level: string;
            /** Lon */
            lon?: number | null;
            /** Master Id */
            master_id?: number | null;
            /**
             * Media After
             * @default []
             */
            media_after: number[];
            /**
             * Media Before
             * @default []
             */
            media_before: number[];
            /**
             * Media Other
             * @default []
             */
            media_other: number[];
            move: components["schemas"]["Move"];
            /** Organisation Id */
            organisation_id?: number | null;
            /**
             * Reason
             * @default
             */
            reason: string;
            /**
             * Result
             * @default
             */
            result: string;
            /**
             * Text
             * @default
             */
            text: string;
            /** Until */
            until?: string | null;
            /**
             * Version
             * @default 0
             */
            version: number;
        };
        /** BulkItemIn */
        BulkItemIn: {
            /** Case Id */
            case_id: number;
            /** Version */
            version: number;
        };
        /** BulkItemOut */
        BulkItemOut: {
            /** At */
            at: string | null;
            /** Case Id */
            case_id: number;
            /** Case No */
            case_no: string;
            /** Code */
            code: string;
            /** Detail */
            detail: string;
            /** New Version */
            new_version: number | null;
            /** Place */
            place: number;
            state: components["schemas"]["ItemState"];
            /** Version */
            version: number;
        };
        /**
         * BulkOption
         * @description One move for the choice: for how many it is open, and why not for the others.
         */
        BulkOption: {
            /** Allowed */
            allowed: number;
            /** In Bulk */
            in_bulk: boolean;
            /** May */
            may: string[];
            move: components["schemas"]["Move"];
            /** Needs */
            needs: string[];
            /** Refused */
            refused: components["schemas"]["RefusedCase"][];
        };
        /** BulkOut */
        BulkOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Done */
            done: number;
            /** Finished At */
            finished_at: string | null;
            /** Id */
            id: number;
            move: components["schemas"]["Move"];
            /** Moved */
            moved: number;
            /** Refused */
            refused: number;
            /** Stale */
            stale: number;
            state: components["schemas"]["BulkState"];
            /** Total */
            total: number;
            /** Undoes */
            undoes: number | null;
            way_back: components["schemas"]["Move"] | null;
        };
        /**
         * BulkState
         * @description Where a bulk move stands.
         * @enum {string}
         */
        BulkState: "running" | "done" | "cancelled";
        /** CaseComponentIn */
        CaseComponentIn: {
            /**
             * Component Code
             * @default
             */
            component_code: string;
        };
        /**
         * CaseComponentOut
         * @description The component that a case is about, and those of its class nearby.
         */
        CaseComponentOut: {
            component: components["schemas"]["ComponentHereOut"] | null;
            /** May Name */
            may_name: boolean;
            /** Near */
            near: components["schemas"]["ComponentHereOut"][];
        };
        /** CaseDetail */
        CaseDetail: {
            /** Address */
            address: string;
            /** Case No */
            case_no: string;
            /** Class Code */
            class_code: string;
            /** Class Name */
            class_name: string | null;
            /** Clocks */
            clocks: components["schemas"]["ClockOut"][];
            collector: components["schemas"]["PersonRef"] | null;
            /** Community Name */
            community_name: string | null;
            condition: components["schemas"]["FilingConditionOut"] | null;
            /** Description */
            description: string;
            /** District Code */
            district_code: string;
            /** District Name */
            district_name: string | null;
            /** Due At */
            due_at: string | null;
            /** Duty Grid Code */
            duty_grid_code: string;
            /** Grid Closed On */
            grid_closed_on: string | null;
            /** Grid Code */
            grid_code: string;
            /** Grid Successors */
            grid_successors: string[];
            handler: components["schemas"]["PersonRef"] | null;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            lamp: components["schemas"]["Lamp"];
            /** Lamp Due At */
            lamp_due_at: string | null;
            /** Lamp Start At */
            lamp_start_at: string | null;
            /** Lamp Warn At */
            lamp_warn_at: string | null;
            /** Lat */
            lat: number | null;
            /** Lon */
            lon: number | null;
            /** Management Level */
            management_level: string;
            /** Marks */
            marks?: {
                [key: string]: number[][];
            } | null;
            media: components["schemas"]["CaseMedia"];
            /** Merged */
            merged: components["schemas"]["CaseRef"][];
            merged_into: components["schemas"]["CaseRef"] | null;
            /** Moves */
            moves: components["schemas"]["MoveOut"][];
            /** Occurred At */
            occurred_at: string | null;
            /** Organisation Id */
            organisation_id: number | null;
            /** Organisation Name */
            organisation_name: string | null;
            /** Parts */
            parts: components["schemas"]["PartOut"][];
            pending: components["schemas"]["PendingOut"] | null;
            /** Possible Duplicates */
            possible_duplicates: components["schemas"]["DuplicateOut"][];
            /** Report Count */
            report_count: number;
            /**
             * Reported At
             * Format: date-time
             */
            reported_at: string;
            /** Reports */
            reports: components["schemas"]["ReportOut"][];
            /** Rework No */
            rework_no: number;
            source: components["schemas"]["CaseSource"];
            stage: components["schemas"]["Stage"];
            /** Street Name */
            street_name: string | null;
            suggested: components["schemas"]["Suggested"];
            /** Supervised */
            supervised: boolean;
            /** Supervisions */
            supervisions: components["schemas"]["SupervisionOut"][];
            /** Suspended Until */
            suspended_until: string | null;
            /** Thumbnail Url */
            thumbnail_url: string | null;
            /** Urgent */
            urgent: boolean;
            /** Version */
            version: number;
        };
        /** CaseMedia */
        CaseMedia: {
            /** After */
            after: components["schemas"]["MediaOut"][];
            /** Before */
            before: components["schemas"]["MediaOut"][];
            /** Check */
            check: components["schemas"]["MediaOut"][];
            /** Other */
            other: components["schemas"]["MediaOut"][];
        };
        /**
         * CasePage
         * @description One page of a list; `next` is the cursor for `?after=`, null at the end.
         *
         *     `complete` is false where words are so common that only the newest cases were looked through
         *     for them.
         */
        CasePage: {
            /**
             * Complete
             * @default true
             */
            complete: boolean;
            /** Items */
            items: components["schemas"]["CaseRow"][];
            /** Next */
            next?: string | null;
        };
        /**
         * CaseQuery
         * @description The filters of a list; empty means any, codes and `area` match by prefix.
         */
        CaseQuery: {
            /**
             * After
             * @default
             */
            after: string;
            /**
             * Area
             * @default
             */
            area: string;
            /**
             * Class Code
             * @default
             */
            class_code: string;
            /**
             * Grid Code
             * @default
             */
            grid_code: string;
            /**
             * Kind
             * @default
             */
            kind: string;
            /**
             * Lamp
             * @default
             */
            lamp: string;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /**
             * Order
             * @default
             */
            order: string;
            /** Organisation Id */
            organisation_id?: number | null;
            /**
             * Q
             * @default
             */
            q: string;
            /**
             * Queue
             * @default
             */
            queue: string;
            /** Since */
            since?: string | null;
            /**
             * Source
             * @default
             */
            source: string;
            /**
             * Stage
             * @default
             */
            stage: string;
            /** Supervised */
            supervised?: boolean | null;
            /** Until */
            until?: string | null;
            /** Urgent */
            urgent?: boolean | null;
        };
        /** CaseRef */
        CaseRef: {
            /** Case No */
            case_no: string;
            /** Id */
            id: number;
        };
        /** CaseRow */
        CaseRow: {
            /** Address */
            address: string;
            /** Case No */
            case_no: string;
            /** Class Code */
            class_code: string;
            /** Class Name */
            class_name: string | null;
            /** Description */
            description: string;
            /** District Code */
            district_code: string;
            /** District Name */
            district_name: string | null;
            /** Due At */
            due_at: string | null;
            /** Grid Code */
            grid_code: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            lamp: components["schemas"]["Lamp"];
            /** Lamp Due At */
            lamp_due_at: string | null;
            /** Lamp Start At */
            lamp_start_at: string | null;
            /** Lamp Warn At */
            lamp_warn_at: string | null;
            /** Lat */
            lat: number | null;
            /** Lon */
            lon: number | null;
            /** Marks */
            marks?: {
                [key: string]: number[][];
            } | null;
            /** Organisation Id */
            organisation_id: number | null;
            /** Organisation Name */
            organisation_name: string | null;
            /** Report Count */
            report_count: number;
            /**
             * Reported At
             * Format: date-time
             */
            reported_at: string;
            /** Rework No */
            rework_no: number;
            source: components["schemas"]["CaseSource"];
            stage: components["schemas"]["Stage"];
            /** Supervised */
            supervised: boolean;
            /** Thumbnail Url */
            thumbnail_url: string | null;
            /** Urgent */
            urgent: boolean;
            /** Version */
            version: number;
        };
        /**
         * CaseSource
         * @description Through which channel a problem came (案件来源).
         * @enum {string}
         */
        CaseSource: "collector" | "hotline" | "wechat" | "app" | "web" | "video_ai" | "alarm" | "drone" | "leader" | "media" | "transfer" | "inspector" | "import";
        /**
         * CensusArchiveOut
         * @description A zip of pictures that came beside the file.
         */
        CensusArchiveOut: {
            /** Bytes */
            bytes: number;
            /** Name */
            name: string;
            /** Pictures */
            pictures: number;
        };
        /** CensusChangeOut */
        CensusChangeOut: {
            /** After */
            after: string;
            /** Before */
            before: string;
            /** Field */
            field: string;
            /** Metres */
            metres: number | null;
            /** Title */
            title: string;
        };
        /** CensusCheckIn */
        CensusCheckIn: {
            choices: components["schemas"]["CensusChoices"];
            /** Target */
            target: string;
        };
        /** CensusChoiceOut */
        CensusChoiceOut: {
            /** Value */
            value: string;
            /** Word */
            word: string;
        };
        /** CensusChoices */
        CensusChoices: {
            /**
             * Bad Pictures
             * @default leave
             */
            bad_pictures: string;
            /**
             * Blanks
             * @default keep
             */
            blanks: string;
            /** Columns */
            columns?: {
                [key: string]: number;
            };
            /** Constants */
            constants?: {
                [key: string]: string;
            };
            /**
             * Date Order
             * @default
             */
            date_order: string;
            /**
             * Encoding
             * @default
             */
            encoding: string;
            /**
             * Layer
             * @default
             */
            layer: string;
            /**
             * Swapped
             * @default false
             */
            swapped: boolean;
            /**
             * System
             * @default
             */
            system: string;
            /**
             * Unknown Organisations
             * @default refuse
             */
            unknown_organisations: string;
            /** Values */
            values?: {
                [key: string]: {
                    [key: string]: string;
                };
            };
        };
        /** CensusExportIn */
        CensusExportIn: {
            /**
             * Area
             * @default
             */
            area: string;
            /**
             * Class Code
             * @default
             */
            class_code: string;
            /**
             * Encoding
             * @default utf-8
             */
            encoding: string;
            form: components["schemas"]["Form"];
            /**
             * Photos
             * @default false
             */
            photos: boolean;
            /**
             * System
             * @default cgcs2000
             */
            system: string;
            /** Target */
            target: string;
        };
        /** CensusFieldOut */
        CensusFieldOut: {
            /** Choices */
            choices: components["schemas"]["CensusChoiceOut"][];
            /** Kind */
            kind: string;
            /** Longest */
            longest: number;
            /** Name */
            name: string;
            /** Needed */
            needed: boolean;
            /** Title */
            title: string;
        };
        /** CensusFindingOut */
        CensusFindingOut: {
            /** Candidates */
            candidates: string[];
            /** Sure */
            sure: boolean;
            /** Swapped */
            swapped: boolean;
            /** System */
            system: string;
            /** Why */
            why: string;
        };
        /** CensusImportOut */
        CensusImportOut: {
            /** Added */
            added: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Name */
            by_name: string;
            /** Bytes */
            bytes: number;
            /** Changed */
            changed: number;
            /** Checked At */
            checked_at: string | null;
            /** Done */
            done: number;
            /** Error */
            error: {
                [key: string]: unknown;
            } | null;
            /** File Name */
            file_name: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Not Undone */
            not_undone: number;
            /** Refused */
            refused: number;
            /** Resumable */
            resumable: boolean;
            state: components["schemas"]["ImportState"];
            /** Step */
            step: string;
            /** System Title */
            system_title: string;
            /** Taken */
            taken: number;
            /** Taken At */
            taken_at: string | null;
            /** Target */
            target: string;
            /** Total */
            total: number;
            /** Unchanged */
            unchanged: number;
            /** Undone */
            undone: number;
            /** Undone At */
            undone_at: string | null;
        };
        /** CensusImportWholeOut */
        CensusImportWholeOut: {
            /** Added */
            added: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Box */
            box: [
                number,
                number,
                number,
                number
            ] | null;
            /** By Name */
            by_name: string;
            /** Bytes */
            bytes: number;
            /** Changed */
            changed: number;
            /** Checked At */
            checked_at: string | null;
            choices: components["schemas"]["CensusChoices"];
            /** Done */
            done: number;
            /** Error */
            error: {
                [key: string]: unknown;
            } | null;
            /** File Name */
            file_name: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Layers */
            layers: components["schemas"]["CensusLayerOut"][];
            /** Not Undone */
            not_undone: number;
            /** Pictures */
            pictures: components["schemas"]["CensusArchiveOut"][];
            /** Reasons */
            reasons: components["schemas"]["CensusReasonCountOut"][];
            /** Refused */
            refused: number;
            /** Resumable */
            resumable: boolean;
            state: components["schemas"]["ImportState"];
            /** Step */
            step: string;
            /** System Title */
            system_title: string;
            /** Taken */
            taken: number;
            /** Taken At */
            taken_at: string | null;
            /** Target */
            target: string;
            /** Total */
            total: number;
            /** Unchanged */
            unchanged: number;
            /** Undone */
            undone: number;
            /** Undone At */
            undone_at: string | null;
            /** Unknown */
            unknown: components["schemas"]["CensusUnknownOut"][];
        };
        /** CensusLayerOut */
        CensusLayerOut: {
            /** Columns */
            columns: string[];
            /** Encoding */
            encoding: string;
            finding: components["schemas"]["CensusFindingOut"];
            /** Guessed Target */
            guessed_target: string;
            /** Hidden */
            hidden: boolean;
            /** Name */
            name: string;
            /** Notes */
            notes: string[];
            /** Rows */
            rows: number;
            /** Sample */
            sample: string[][];
            /** Shape */
            shape: string;
            /** System */
            system: string;
            /** Title */
            title: string;
        };
        /** CensusLeftOut */
        CensusLeftOut: {
            /** Id */
            id: number;
            /** Key */
            key: string;
            /** Reason */
            reason: string;
            /** Remedy */
            remedy: string;
            verdict: components["schemas"]["Verdict"];
            /** Words */
            words: string;
        };
        /** CensusReasonCountOut */
        CensusReasonCountOut: {
            /** Reason */
            reason: string;
            /** Refused */
            refused: boolean;
            /** Remedy */
            remedy: string;
            /** Rows */
            rows: number;
            /** Words */
            words: string;
        };
        /** CensusReasonOut */
        CensusReasonOut: {
            /** Reason */
            reason: string;
            /** Remedy */
            remedy: string;
            /** Words */
            words: string;
        };
        /** CensusRowOut */
        CensusRowOut: {
            /** Changes */
            changes: components["schemas"]["CensusChangeOut"][];
            /** Key */
            key: string;
            /** Lat */
            lat: number | null;
            /** Lon */
            lon: number | null;
            /** Notes */
            notes: components["schemas"]["CensusReasonOut"][];
            /** Number */
            number: number;
            /** Problems */
            problems: components["schemas"]["CensusReasonOut"][];
            /** Values */
            values: string[];
            verdict: components["schemas"]["Verdict"];
        };
        /** CensusTargetOut */
        CensusTargetOut: {
            /** Fields */
            fields: components["schemas"]["CensusFieldOut"][];
            /** Filtered By Area */
            filtered_by_area: boolean;
            /** Geometry Needed */
            geometry_needed: boolean;
            /** Name */
            name: string;
            /** Rows */
            rows: number;
            /** Shape */
            shape: string;
            /** Title */
            title: string;
        };
        /**
         * CensusUnknownOut
         * @description A text that nobody understands, with how many rows carry it.
         */
        CensusUnknownOut: {
            /** Field */
            field: string;
            /** Reason */
            reason: string;
            /** Rows */
            rows: number;
            /** Text */
            text: string;
        };
        /** ChallengeOut */
        ChallengeOut: {
            /** Ceremony Id */
            ceremony_id: string;
            /** Options */
            options: {
                [key: string]: unknown;
            };
        };
        /**
         * Channel
         * @description By which way a person is told.
         * @enum {string}
         */
        Channel: "in_app" | "push" | "sms" | "email" | "wechat";
        /**
         * CheckState
         * @description Where a check stands.
         * @enum {string}
         */
        CheckState: "waiting" | "running" | "done" | "cancelled" | "failed";
        /** ChoiceIn */
        ChoiceIn: {
            /** Case Ids */
            case_ids: number[];
        };
        /** ChosenCase */
        ChosenCase: {
            /** Case No */
            case_no: string;
            /** Id */
            id: number;
            stage: components["schemas"]["Stage"];
            /** Version */
            version: number;
        };
        /** CitizenReceipt */
        CitizenReceipt: {
            /** Case No */
            case_no: string;
            state: components["schemas"]["ReportState"];
            /** Tracking No */
            tracking_no: string;
        };
        /** CitizenReport */
        CitizenReport: {
            /** Address */
            address: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Can Object */
            can_object: boolean;
            /** Can Rate */
            can_rate: boolean;
            /** Case No */
            case_no: string;
            /** Class Name */
            class_name: string | null;
            /** Lat */
            lat: number | null;
            /** Lon */
            lon: number | null;
            next_step: components["schemas"]["NextStepOut"] | null;
            photos: components["schemas"]["ReportPhotos"];
            rating: components["schemas"]["RatingOut"] | null;
            state: components["schemas"]["ReportState"];
            /** Steps */
            steps: components["schemas"]["FriendlyStepOut"][];
            /** Text */
            text: string;
            /** Tracking No */
            tracking_no: string;
        };
        /** CitizenReportIn */
        CitizenReportIn: {
            /**
             * Address
             * @default
             */
            address: string;
            /**
             * Class Code
             * @default
             */
            class_code: string;
            /** @default wgs84 */
            coordinate_system: components["schemas"]["CoordinateSystem"];
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /**
             * Media Ids
             * @default []
             */
            media_ids: number[];
            /**
             * Name
             * @default
             */
            name: string;
            /** Notice Version */
            notice_version: string;
            /**
             * Phone
             * @default
             */
            phone: string;
            /**
             * Text
             * @default
             */
            text: string;
        };
        /** ClassCount */
        ClassCount: {
            /** Class Code */
            class_code: string;
            /** Class Name */
            class_name: string;
            /** Count */
            count: number;
        };
        /**
         * ClassKind
         * @description A thing that stands there, or something that happens.
         * @enum {string}
         */
        ClassKind: "component" | "matter";
        /** ClassOut */
        ClassOut: {
            /** Code */
            code: string;
            /** Conditions */
            conditions: components["schemas"]["ConditionOut"][];
            kind: components["schemas"]["ClassKind"];
            /** Major Code */
            major_code: string;
            /** Major Name */
            major_name: string;
            /** Name */
            name: string;
            /** Self Disposable */
            self_disposable: boolean;
        };
        /** ClientIn */
        ClientIn: {
            /** Addresses */
            addresses?: string[];
            /** Name */
            name: string;
            /** Organisation Id */
            organisation_id: number;
            /**
             * Per Day
             * @default 10000
             */
            per_day: number;
            /**
             * Per Minute
             * @default 60
             */
            per_minute: number;
            /**
             * Purpose
             * @default
             */
            purpose: string;
            /** Scopes */
            scopes: components["schemas"]["Scope"][];
            /**
             * Sees Whole City
             * @default false
             */
            sees_whole_city: boolean;
        };
        /** ClientOut */
        ClientOut: {
            /** Addresses */
            addresses: string[];
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string | null;
            /** Id */
            id: number;
            /** Keys */
            keys: components["schemas"]["KeyOut"][];
            /** Name */
            name: string;
            /** Organisation Id */
            organisation_id: number;
            /** Organisation Name */
            organisation_name: string;
            /** Per Day */
            per_day: number;
            /** Per Minute */
            per_minute: number;
            /**
             * Proposed At
             * Format: date-time
             */
            proposed_at: string;
            /** Proposed By */
            proposed_by: string;
            /** Purpose */
            purpose: string;
            /** Refused Today */
            refused_today: number;
            /** Requests Today */
            requests_today: number;
            /** Scopes */
            scopes: string[];
            /** Sees Whole City */
            sees_whole_city: boolean;
            state: components["schemas"]["ClientState"];
        };
        /**
         * ClientState
         * @description Proposed by one administrator, active when another approved, revoked for good.
         * @enum {string}
         */
        ClientState: "proposed" | "active" | "revoked";
        /**
         * ClockKind
         * @description The seven clocks.
         * @enum {string}
         */
        ClockKind: "acc" | "ver" | "reg" | "dis" | "han" | "chk" | "clo";
        /** ClockOut */
        ClockOut: {
            allowance: components["schemas"]["AllowanceOut"];
            /** Day Minutes */
            day_minutes: number;
            /** Due At */
            due_at: string | null;
            kind: components["schemas"]["ClockKind"];
            /** Left Minutes */
            left_minutes: number;
            /** Overdue */
            overdue: boolean;
            /** Spent Minutes */
            spent_minutes: number;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /** State */
            state: string;
            /** Stopped At */
            stopped_at: string | null;
        };
        /**
         * CodeCheck
         * @description `agrees`: the paper tells what the ledger told then; `later_steps` came after it.
         */
        CodeCheck: {
            /** Agrees */
            agrees: boolean;
            /** At */
            at: string | null;
            /** Case Id */
            case_id: number;
            /** Case No */
            case_no: string;
            /** Later Steps */
            later_steps: number;
            /** Seq */
            seq: number;
        };
        /** CodeIn */
        CodeIn: {
            /** Code */
            code: string;
        };
        /** CodesOut */
        CodesOut: {
            /** Recovery Codes */
            recovery_codes: string[];
        };
        /** ColleagueOut */
        ColleagueOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Organisation Name */
            organisation_name: string;
        };
        /** ColumnIn */
        ColumnIn: {
            /** Key */
            key: string;
            /**
             * Width
             * @default 0
             */
            width: number;
        };
        /** ColumnOut */
        ColumnOut: {
            /** Key */
            key: string;
            /** Title */
            title: string;
            /** Width */
            width: number;
        };
        /** Compared */
        Compared: {
            /** Change */
            change: {
                [key: string]: number | null;
            };
            /** Counts */
            counts: {
                [key: string]: number;
            };
            /** Rates */
            rates: {
                [key: string]: number | null;
            };
        };
        /** ComponentChangeOut */
        ComponentChangeOut: {
            /** Actor Name */
            actor_name: string | null;
            /** After */
            after: {
                [key: string]: unknown;
            } | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Before */
            before: {
                [key: string]: unknown;
            } | null;
            /** Import File */
            import_file: string | null;
            /** Import Id */
            import_id: number | null;
            /** Kind */
            kind: string;
            /** Reason */
            reason: string;
        };
        /** ComponentDetail */
        ComponentDetail: {
            /** Accuracy */
            accuracy: string;
            /** Changed On */
            changed_on: string | null;
            /** Class Code */
            class_code: string;
            /** Class Name */
            class_name: string;
            /** Code */
            code: string;
            /** Community Name */
            community_name: string | null;
            /** Data Source */
            data_source: string;
            /** District Name */
            district_name: string | null;
            /** Grid Code */
            grid_code: string;
            /** History */
            history: components["schemas"]["ComponentChangeOut"][];
            /** Lat */
            lat: number;
            /** Location Text */
            location_text: string;
            /** Lon */
            lon: number;
            /** Maintainer Name */
            maintainer_name: string | null;
            /** Manager Id */
            manager_id: number | null;
            /** Manager Name */
            manager_name: string | null;
            /** Material */
            material: string;
            /** May Edit */
            may_edit: boolean;
            /** May Report */
            may_report: boolean;
            /** Note */
            note: string;
            /** Owner Name */
            owner_name: string | null;
            /** Photos */
            photos: components["schemas"]["MediaOut"][];
            /**
             * Recorded On
             * Format: date
             */
            recorded_on: string;
            state: components["schemas"]["ComponentState"];
            /** Street Name */
            street_name: string | null;
        };
        /** ComponentHereOut */
        ComponentHereOut: {
            /** Class Code */
            class_code: string;
            /** Class Name */
            class_name: string;
            /** Code */
            code: string;
            /** Lat */
            lat: number;
            /** Location Text */
            location_text: string;
            /** Lon */
            lon: number;
            /** Metres */
            metres?: number | null;
            state: components["schemas"]["ComponentState"];
        };
        /** ComponentOut */
        ComponentOut: {
            /** Class Code */
            class_code: string;
            /** Class Name */
            class_name: string;
            /** Code */
            code: string;
            /** Grid Code */
            grid_code: string;
            /** Lat */
            lat: number;
            /** Location Text */
            location_text: string;
            /** Lon */
            lon: number;
            /** Manager Id */
            manager_id: number | null;
            /** Manager Name */
            manager_name: string | null;
            state: components["schemas"]["ComponentState"];
        };
        /**
         * ComponentQuery
         * @description Filters; class, area and code match by prefix, an organisation in any of its parts.
         */
        ComponentQuery: {
            /**
             * After
             * @default
             */
            after: string;
            /**
             * Area
             * @default
             */
            area: string;
            /**
             * Bbox
             * @default
             */
            bbox: string;
            /**
             * Class Code
             * @default
             */
            class_code: string;
            /**
             * Code
             * @default
             */
            code: string;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /** Organisation Id */
            organisation_id?: number | null;
            state?: components["schemas"]["ComponentState"] | null;
        };
        /**
         * ComponentState
         * @description The state of one component (GB/T 30428.2 attribute 状态).
         * @enum {string}
         */
        ComponentState: "intact" | "damaged" | "lost" | "abolished" | "removed";
        /** ConditionOut */
        ConditionOut: {
            /** Clause */
            clause: string;
            /** Close Condition */
            close_condition: string;
            /** Id */
            id: number;
            /** Limits */
            limits: {
                [key: string]: components["schemas"]["LimitOut"];
            };
            /** No */
            no: number;
            /** Source */
            source: string;
            /** Text */
            text: string;
            /** Valid From */
            valid_from: string | null;
            /** Valid To */
            valid_to: string | null;
        };
        /** ConsentOut */
        ConsentOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Notice  Version */
            notice__version: string;
        };
        /** ContactIn */
        ContactIn: {
            /**
             * Name
             * @default
             */
            name: string;
            /**
             * Phone
             * @default
             */
            phone: string;
        };
        /** ContactOut */
        ContactOut: {
            /** Id */
            id: number;
            /** Masked Name */
            masked_name: string;
            /** Masked Phone */
            masked_phone: string;
        };
        /**
         * CoordinateSystem
         * @description In which system a pair of degrees is written.
         * @enum {string}
         */
        CoordinateSystem: "wgs84" | "gcj02" | "bd09";
        /** CopyIn */
        CopyIn: {
            /** Organisation Id */
            organisation_id: number;
            /**
             * Source
             * Format: date
             */
            source: string;
            /**
             * Target
             * Format: date
             */
            target: string;
        };
        /**
         * CountOut
         * @description How many; an estimate where not `exact`.
         */
        CountOut: {
            /** Exact */
            exact: boolean;
            /** Value */
            value: number;
        };
        /** DayIn */
        DayIn: {
            /**
             * Name
             * @default
             */
            name: string;
            /** Working */
            working: boolean;
        };
        /** DayOut */
        DayOut: {
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Name */
            name: string;
            /** Source */
            source: string;
            /** Working */
            working: boolean;
        };
        /** DeadLetterOut */
        DeadLetterOut: {
            /**
             * Died At
             * Format: date-time
             */
            died_at: string;
            /** Entry Id */
            entry_id: number;
            /** Error */
            error: string;
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Reaction */
            reaction: string;
            /** Replayed At */
            replayed_at: string | null;
            /** Subject */
            subject: string;
            /** Traceback */
            traceback: string;
            /** Tries */
            tries: number;
        };
        /** DecisionIn */
        DecisionIn: {
            /** Granted */
            granted: boolean;
        };
        /**
         * DelegationIn
         * @description `person_id` empty: oneself.
         */
        DelegationIn: {
            /** Deputy Id */
            deputy_id: number;
            /** Duties */
            duties: components["schemas"]["Duty"][];
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Person Id */
            person_id?: number | null;
            /**
             * Reason
             * @default
             */
            reason: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
        };
        /** DelegationOut */
        DelegationOut: {
            /** Deputy Id */
            deputy_id: number;
            /** Deputy Name */
            deputy_name: string;
            /** Duties */
            duties: string[];
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Id */
            id: number;
            /** Person Id */
            person_id: number;
            /** Person Name */
            person_name: string;
            /** Reason */
            reason: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /** State */
            state: string;
        };
        /** DemoAccountOut */
        DemoAccountOut: {
            /** Password */
            password: string;
            /** Username */
            username: string;
            /** Words */
            words: string;
        };
        /**
         * DeskOut
         * @description What a list may show, and the limits that hold today.
         */
        DeskOut: {
            /** Columns */
            columns: components["schemas"]["ColumnOut"][];
            /** First Columns */
            first_columns: string[];
            /** Limits */
            limits: {
                [key: string]: number;
            };
        };
        /** DeviceOut */
        DeviceOut: {
            /** Address */
            address: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Ended At */
            ended_at: string | null;
            /** Ended Why */
            ended_why: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Id */
            id: number;
            /**
             * Last Seen At
             * Format: date-time
             */
            last_seen_at: string;
            /** Method */
            method: string;
            /**
             * This One
             * @default false
             */
            this_one: boolean;
            /** User Agent */
            user_agent: string;
        };
        /** DiskRoomOut */
        DiskRoomOut: {
            /** Free Megabytes */
            free_megabytes: number;
            /** Name */
            name: string;
        };
        /** DistrictCount */
        DistrictCount: {
            /** Closed */
            closed: number;
            /** District Code */
            district_code: string;
            /** District Name */
            district_name: string;
            /** Open */
            open: number;
            /** Overdue */
            overdue: number;
            /** Reported */
            reported: number;
        };
        /**
         * DivisionLevel
         * @description Levels of administrative division; the value's code length is in `CODE_LENGTH`.
         * @enum {string}
         */
        DivisionLevel: "province" | "city" | "district" | "street" | "community";
        /** DivisionOut */
        DivisionOut: {
            /** Code */
            code: string;
            level: components["schemas"]["DivisionLevel"];
            /** Name */
            name: string;
        };
        /**
         * Doing
         * @description What may be done to a row.
         * @enum {string}
         */
        Doing: "add" | "change" | "succeed" | "end" | "reinstate" | "withdraw";
        /** DoorIn */
        DoorIn: {
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
        };
        /**
         * Draw
         * @description How a layer is drawn.
         * @enum {string}
         */
        Draw: "points" | "lines" | "areas";
        /** DuplicateOut */
        DuplicateOut: {
            /** Case No */
            case_no: string;
            /** Description */
            description: string;
            /** Id */
            id: number;
            /** Metres */
            metres: number;
            /**
             * Reported At
             * Format: date-time
             */
            reported_at: string;
        };
        /**
         * Duty
         * @description What a person may be asked to do (domain reference 2.1).
         * @enum {string}
         */
        Duty: "collector" | "operator" | "duty_leader" | "dispatcher" | "department" | "handler" | "inspector" | "leader" | "admin" | "security" | "auditor" | "citizen" | "system";
        /** DutyIn */
        DutyIn: {
            /**
             * Division
             * @default
             */
            division: string;
            duty: components["schemas"]["Duty"];
            /** Organisation Id */
            organisation_id: number;
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /** DutyRequestOut */
        DutyRequestOut: {
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Asked By */
            asked_by: string;
            duty: components["schemas"]["Duty"];
            /** Id */
            id: number;
            /** Mine */
            mine: boolean;
            /** Organisation Id */
            organisation_id: number;
            /** Organisation Name */
            organisation_name: string;
            /** Person Id */
            person_id: number;
            /** Person Name */
            person_name: string;
            /** Reason */
            reason: string;
        };
        /** EndedOut */
        EndedOut: {
            /** Ended */
            ended: number;
        };
        /** EnrolmentOut */
        EnrolmentOut: {
            /** Picture */
            picture: string;
            /** Secret */
            secret: string;
            /** Uri */
            uri: string;
        };
        /** EraseIn */
        EraseIn: {
            /**
             * Confirmed
             * @default false
             */
            confirmed: boolean;
        };
        /** ErasureOut */
        ErasureOut: {
            /** Erased */
            erased: number;
            /** Waiting For */
            waiting_for: string[];
        };
        /**
         * ExportOut
         * @description One file; `done` of `total` rows or cases are in it so far.
         */
        ExportOut: {
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Bytes */
            bytes: number;
            /** Done */
            done: number;
            /** Error */
            error: string;
            /** Expires At */
            expires_at: string | null;
            /** File Name */
            file_name: string;
            /** Finished At */
            finished_at: string | null;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            state: components["schemas"]["ExportState"];
            /** Title */
            title: string;
            /** Total */
            total: number;
        };
        /**
         * ExportState
         * @description Where an export stands.
         * @enum {string}
         */
        ExportState: "waiting" | "running" | "done" | "failed" | "cancelled" | "expired";
        /** FactorsOut */
        FactorsOut: {
            /** Passkeys */
            passkeys: components["schemas"]["PasskeyOut"][];
            /** Recovery Codes Left */
            recovery_codes_left: number;
            /** Totp Last Used At */
            totp_last_used_at: string | null;
            /** Totp Since */
            totp_since: string | null;
        };
        /**
         * FaultKind
         * @description Which invariant is broken (GB/T 30428.1: grids cover the ground once, nested, for good).
         * @enum {string}
         */
        FaultKind: "gap" | "overlap" | "outside_community" | "community_closed" | "prefix" | "stray_component" | "misplaced_component" | "duty_shape" | "no_duty_grid" | "reused_code";
        /** FigureOut */
        FigureOut: {
            channel: components["schemas"]["Channel"];
            /** Count */
            count: number;
            /**
             * Oldest
             * Format: date-time
             */
            oldest: string;
            state: components["schemas"]["MessageState"];
        };
        /** FigureRow */
        FigureRow: {
            compare: components["schemas"]["Compared"] | null;
            /** Compare Key */
            compare_key: string | null;
            /** Counts */
            counts: {
                [key: string]: number;
            };
            /** Key */
            key: string;
            /** Name */
            name: string;
            /** Rates */
            rates: {
                [key: string]: number | null;
            };
        };
        /**
         * FiguresOut
         * @description Counts and rates (shares, null without a denominator) as `rules.statistics` names them.
         */
        FiguresOut: {
            compare: components["schemas"]["Compared"] | null;
            /** Counts */
            counts: {
                [key: string]: number;
            };
            /** Rates */
            rates: {
                [key: string]: number | null;
            };
        };
        /** FilesIn */
        FilesIn: {
            /** Case Ids */
            case_ids: number[];
        };
        /** FilingConditionOut */
        FilingConditionOut: {
            /** Close Condition */
            close_condition: string;
            /** Id */
            id: number;
            limit: components["schemas"]["AllowanceOut"] | null;
            /** Text */
            text: string;
        };
        /** FinishIn */
        FinishIn: {
            /** Code */
            code: string;
            /** State */
            state: string;
        };
        /** FinishedOut */
        FinishedOut: {
            session: components["schemas"]["SessionOut"];
            /** To */
            to: string;
        };
        /** FirstIn */
        FirstIn: {
            /** View Id */
            view_id: number | null;
        };
        /**
         * Form
         * @description In which format data go out.
         * @enum {string}
         */
        Form: "shapefile" | "geopackage" | "geojson" | "kml" | "csv" | "xlsx";
        /** FoundOut */
        FoundOut: {
            /** Detail */
            detail: string;
            /** Kind */
            kind: string;
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /** Name */
            name: string;
        };
        /** FoundPersonOut */
        FoundPersonOut: {
            /** Contact Id */
            contact_id: number;
            /** Name */
            name: string;
            /** Phone */
            phone: string;
        };
        /** FriendlyStepOut */
        FriendlyStepOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Media */
            media: components["schemas"]["MediaOut"][];
            /** Title */
            title: string;
            /** Unit */
            unit: string | null;
            /** Words */
            words: string;
        };
        /** GazetteerSourceOut */
        GazetteerSourceOut: {
            /** Built At */
            built_at: string | null;
            /** Entries */
            entries: number;
            /** Source */
            source: string;
            /** Stale */
            stale: boolean;
        };
        /**
         * GivenOut
         * @description `request_id`: an administrator's duty, which waits for another administrator.
         */
        GivenOut: {
            /** Request Id */
            request_id: number | null;
        };
        /** GridAroundOut */
        GridAroundOut: {
            grid: components["schemas"]["GridOutlineOut"];
            /** Neighbours */
            neighbours: components["schemas"]["GridOutlineOut"][];
        };
        /** GridCheckOut */
        GridCheckOut: {
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Checked */
            checked: {
                [key: string]: number;
            };
            /** Counts */
            counts: {
                [key: string]: number;
            };
            /** Done */
            done: number;
            /** Error */
            error: string;
            /** Finished At */
            finished_at: string | null;
            /** Id */
            id: number;
            state: components["schemas"]["CheckState"];
            /** Total */
            total: number;
        };
        /** GridFateOut */
        GridFateOut: {
            /**
             * Closed On
             * Format: date
             */
            closed_on: string;
            /** Successors */
            successors: string[];
        };
        /** GridFaultOut */
        GridFaultOut: {
            /** Area M2 */
            area_m2: number | null;
            /** Box */
            box: [
                number,
                number,
                number,
                number
            ];
            /** Code */
            code: string;
            /** Id */
            id: number;
            kind: components["schemas"]["FaultKind"];
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /** Other */
            other: string;
        };
        /** GridMergeIn */
        GridMergeIn: {
            /** Grid Codes */
            grid_codes: string[];
        };
        /** GridOutlineOut */
        GridOutlineOut: {
            /** Area M2 */
            area_m2: number | null;
            /** Code */
            code: string;
            /** Collector Name */
            collector_name: string;
            /** Community Code */
            community_code: string;
            /** Community Name */
            community_name: string;
            /** Components */
            components: number;
            /** Duty Grid Code */
            duty_grid_code: string | null;
            /** Duty Grid Name */
            duty_grid_name: string;
            management_level: components["schemas"]["ManagementLevel"];
            /** Shape */
            shape: {
                [key: string]: unknown;
            };
        };
        /** GridPartOut */
        GridPartOut: {
            /** Area M2 */
            area_m2: number;
            /** Code */
            code: string;
            /** Components */
            components: number;
            /** Shape */
            shape: {
                [key: string]: unknown;
            };
        };
        /** GridPlaceOut */
        GridPlaceOut: {
            /** Community Code */
            community_code: string;
            /** Community Name */
            community_name: string;
            /** District Code */
            district_code: string;
            /** District Name */
            district_name: string;
            /** Duty Grid Code */
            duty_grid_code: string | null;
            /** Duty Grid Name */
            duty_grid_name: string | null;
            /** Grid Code */
            grid_code: string;
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            management_level: components["schemas"]["ManagementLevel"];
            /** Street Code */
            street_code: string;
            /** Street Name */
            street_name: string;
        };
        /**
         * GridPlanOut
         * @description What a division or merger would give, before it is made.
         */
        GridPlanOut: {
            /** Collector Name */
            collector_name: string;
            /** Duty Grid Code */
            duty_grid_code: string;
            /** Duty Grid Name */
            duty_grid_name: string;
            /** Levels Lost */
            levels_lost: string[];
            management_level: components["schemas"]["ManagementLevel"];
            /** Olds */
            olds: string[];
            /** Parts */
            parts: components["schemas"]["GridPartOut"][];
        };
        /** GridSplitIn */
        GridSplitIn: {
            /** Line */
            line: [
                number,
                number
            ][];
        };
        /** HourOut */
        HourOut: {
            /** Closed */
            closed: number;
            /** Hour */
            hour: number;
            /** Reported */
            reported: number;
        };
        /** HouseNumberIn */
        HouseNumberIn: {
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /** Number */
            number: string;
            /** Road */
            road: string;
        };
        /** HouseNumberOut */
        HouseNumberOut: {
            /** Community Code */
            community_code: string;
            /** Id */
            id: number;
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /** Number */
            number: number;
            /** On Road */
            on_road: boolean;
            /** Road */
            road: string;
            /** Source */
            source: string;
            /** Suffix */
            suffix: string;
            /** Text */
            text: string;
        };
        /** ImportOut */
        ImportOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Columns */
            columns: string[];
            /** Created */
            created: number;
            /** Done */
            done: number;
            /** Dry Run */
            dry_run: boolean;
            /** Encoding */
            encoding: string;
            /** Error */
            error: string;
            /** File Name */
            file_name: string;
            /** Finished At */
            finished_at: string | null;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Mapping */
            mapping: {
                [key: string]: unknown;
            };
            /** Notes */
            notes: string[];
            /** Preview */
            preview: string[][];
            /** Refused */
            refused: number;
            /** Repeated */
            repeated: number;
            state: components["schemas"]["BatchState"];
            /** Total */
            total: number;
        };
        /** ImportRowOut */
        ImportRowOut: {
            /** Case Id */
            case_id: number | null;
            /** Case No */
            case_no: string;
            /** Detail */
            detail: string;
            /** Number */
            number: number;
            reason: components["schemas"]["Reason"] | null;
            /** Reason Words */
            reason_words: string | null;
            state: components["schemas"]["RowState"];
            /** Tracking No */
            tracking_no: string;
            /** Values */
            values: string[];
        };
        /** ImportRows */
        ImportRows: {
            /** Items */
            items: components["schemas"]["ImportRowOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * ImportState
         * @description Where an import stands.
         * @enum {string}
         */
        ImportState: "received" | "found" | "checking" | "checked" | "taking" | "taken" | "cancelled" | "failed" | "undoing" | "undone";
        /**
         * IssuedKeyOut
         * @description `key` is shown this once.
         */
        IssuedKeyOut: {
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Id */
            id: number;
            /** Key */
            key: string;
            /** Prefix */
            prefix: string;
        };
        /**
         * ItemState
         * @description How one case of a bulk move fared.
         * @enum {string}
         */
        ItemState: "pending" | "moved" | "refused" | "stale" | "left";
        /** KeptOut */
        KeptOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Body */
            body: string;
            channel: components["schemas"]["Channel"];
            /** Id */
            id: number;
            /** Message Id */
            message_id: number;
            /** Title */
            title: string;
        };
        /** KeyOut */
        KeyOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Id */
            id: number;
            /** Last Used At */
            last_used_at: string | null;
            /** Prefix */
            prefix: string;
            /** Revoked At */
            revoked_at: string | null;
        };
        /**
         * Lamp
         * @description How a case stands against its clock now; always colour, shape and word.
         * @enum {string}
         */
        Lamp: "in_time" | "due_soon" | "overdue" | "suspended" | "none";
        /** LayerChoiceIn */
        LayerChoiceIn: {
            /** Layers */
            layers: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            /** Order */
            order: string[];
        };
        /** LayerOut */
        LayerOut: {
            /** Cluster Below */
            cluster_below: number;
            /** Colour */
            colour: string;
            /** Colour By */
            colour_by: {
                [key: string]: unknown;
            } | null;
            draw: components["schemas"]["Draw"];
            /** Filters */
            filters: boolean;
            /** Group */
            group: string;
            /** Id */
            id: string;
            /** Live */
            live: boolean;
            /** Max Zoom */
            max_zoom: number;
            /** Min Zoom */
            min_zoom: number;
            /** Mix */
            mix: string[];
            /** Names */
            names: {
                [key: string]: string;
            } | null;
            /** Opacity */
            opacity: number;
            /** Rank */
            rank: number;
            /** Shown */
            shown: boolean;
            source: components["schemas"]["LayerSourceOut"];
            /** Symbol */
            symbol: string;
            /** Symbol By */
            symbol_by: {
                [key: string]: unknown;
            } | null;
            /** Title */
            title: string;
        };
        /**
         * LayerRow
         * @description A layer in the back office: as written, as looked, and who sees it.
         */
        LayerRow: {
            now: components["schemas"]["LayerOut"];
            own: components["schemas"]["LayerOut"];
            /** Public */
            public: boolean;
            /** Rules */
            rules: components["schemas"]["LayerRuleIn"][];
        };
        /** LayerRuleIn */
        LayerRuleIn: {
            /**
             * Duty
             * @default
             */
            duty: string;
            /**
             * Organisation Kind
             * @default
             */
            organisation_kind: string;
            /** Visible */
            visible: boolean;
        };
        /** LayerSourceOut */
        LayerSourceOut: {
            /** Source Layer */
            source_layer: string;
            /** Tiles */
            tiles: string;
        };
        /**
         * Layout
         * @description How a list looks.
         * @enum {string}
         */
        Layout: "cards" | "table";
        /** LedgerPage */
        LedgerPage: {
            /** Items */
            items: components["schemas"]["LedgerRowOut"][];
            /** Next */
            next: number | null;
        };
        /** LedgerRowOut */
        LedgerRowOut: {
            /** Actor Id */
            actor_id: number | null;
            /** Algorithm */
            algorithm: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Hash */
            hash: string;
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Payload */
            payload: {
                [key: string]: unknown;
            };
            /** Place */
            place: [
                number,
                number
            ] | null;
            /** Prev Hash */
            prev_hash: string;
            /** Seq */
            seq: number;
        };
        /** LimitOut */
        LimitOut: {
            /** Amount */
            amount: number;
            /** Text */
            text: string;
            /** Unit */
            unit: string;
        };
        /** LineIn */
        LineIn: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Organisation Id */
            organisation_id: number;
            /** Person Id */
            person_id: number;
            /** Shift Id */
            shift_id: number;
        };
        /**
         * LookIn
         * @description What overrides the recipe; what is left out stays the recipe's.
         */
        LookIn: {
            /** Colour */
            colour?: string | null;
            /** Colours */
            colours?: {
                [key: string]: string;
            } | null;
            /** Max Zoom */
            max_zoom?: number | null;
            /** Min Zoom */
            min_zoom?: number | null;
            /** Opacity */
            opacity?: number | null;
            /** Rank */
            rank?: number | null;
            /** Shown */
            shown?: boolean | null;
            /** Symbol */
            symbol?: string | null;
            /** Symbols */
            symbols?: {
                [key: string]: string;
            } | null;
            /** Title */
            title?: string | null;
        };
        /** LookUpIn */
        LookUpIn: {
            /** Phone */
            phone: string;
            /** Reason */
            reason: string;
        };
        /** MadeOut */
        MadeOut: {
            /** Id */
            id: number;
        };
        /**
         * ManagementLevel
         * @description How strictly a unit grid is managed; A is the strictest (GB/T 30428.8).
         * @enum {string}
         */
        ManagementLevel: "A" | "B" | "C";
        /** MapOut */
        MapOut: {
            /** Base */
            base: {
                [key: string]: unknown;
            };
            /** Bounds */
            bounds: [
                number,
                number,
                number,
                number
            ] | null;
            /** Centre */
            centre: [
                number,
                number
            ];
            choice: components["schemas"]["LayerChoiceIn"] | null;
            /** Layers */
            layers: components["schemas"]["LayerOut"][];
            /** Note */
            note: string;
            /** Zoom */
            zoom: number;
        };
        /** MaskedOut */
        MaskedOut: {
            /** Name */
            name: string;
            /** Phone */
            phone: string;
        };
        /** MeTooIn */
        MeTooIn: {
            /**
             * Media Ids
             * @default []
             */
            media_ids: number[];
            /**
             * Name
             * @default
             */
            name: string;
            /** Notice Version */
            notice_version: string;
            /**
             * Phone
             * @default
             */
            phone: string;
            /**
             * Text
             * @default
             */
            text: string;
        };
        /**
         * MediaKind
         * @description What a file is, by its content and never by its name.
         * @enum {string}
         */
        MediaKind: "image" | "video" | "audio" | "document";
        /**
         * MediaOut
         * @description One file; `position` and `taken_at` are what the camera wrote.
         */
        MediaOut: {
            /** Bytes */
            bytes: number;
            /** Content Type */
            content_type: string;
            /** Height */
            height: number | null;
            /** Id */
            id: number;
            kind: components["schemas"]["MediaKind"];
            /** Name */
            name: string;
            position: components["schemas"]["Position"] | null;
            /** Sha256 */
            sha256: string;
            /** Taken At */
            taken_at: string | null;
            /** Thumbnail Url */
            thumbnail_url: string | null;
            /** Url */
            url: string;
            /** Width */
            width: number | null;
        };
        /** MessageOut */
        MessageOut: {
            channel: components["schemas"]["Channel"];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Delivered At */
            delivered_at: string | null;
            /** Id */
            id: number;
            /** Owner */
            owner: string;
            /** Problem */
            problem: string;
            /**
             * Send At
             * Format: date-time
             */
            send_at: string;
            /** Sent At */
            sent_at: string | null;
            state: components["schemas"]["MessageState"];
            /** Template */
            template: string;
            topic: components["schemas"]["Topic"];
            /** Tries */
            tries: number;
        };
        /**
         * MessageState
         * @description How far a message is.
         * @enum {string}
         */
        MessageState: "waiting" | "sending" | "sent" | "delivered" | "failed" | "dead";
        /**
         * MessagesOut
         * @description Whether short messages tell how reports from this phone fare.
         */
        MessagesOut: {
            /** Sms */
            sms: boolean;
        };
        /**
         * Move
         * @description One step in a case's life; the numbers are the rows of domain reference 2.2.
         * @enum {string}
         */
        Move: "reject" | "merge" | "unmerge" | "send_verify" | "submit_verify" | "verify_timeout" | "accept" | "register" | "not_register" | "back_to_acceptance" | "void" | "dispatch" | "back_to_registrar" | "assign" | "apply_return" | "approve_return" | "refuse_return" | "apply_extension" | "approve_extension" | "refuse_extension" | "apply_suspension" | "approve_suspension" | "refuse_suspension" | "resume" | "finish" | "finish_part" | "redo" | "confirm" | "back_to_handling" | "send_check" | "pass_check" | "fail_check" | "close" | "recheck" | "special_close" | "approve_special_close" | "refuse_special_close" | "supervise" | "pass_down" | "pass_audit" | "fail_audit" | "reopen" | "apply_appeal" | "approve_appeal" | "refuse_appeal";
        /**
         * MoveIn
         * @description One move with whatever it needs; `version` is the one that the page showed.
         */
        MoveIn: {
            /**
             * Class Code
             * @default
             */
            class_code: string;
            /**
             * Close Condition Met
             * @default false
             */
            close_condition_met: boolean;
            /**
             * Co Organisation Ids
             * @default []
             */
            co_organisation_ids: number[];
            /** Collector Id */
            collector_id?: number | null;
            /** Condition Id */
            condition_id?: number | null;
            /**
             * Days
             * @default 0
             */
            days: number;
            /** Handler Id */
            handler_id?: number | null;
            /** Lat */
            lat?: number | null;
            /**
             * Level
             * @default
             */
            level: string;
            /** Lon */
            lon?: number | null;
            /** Master Id */
            master_id?: number | null;
            /**
             * Media After
             * @default []
             */
            media_after: number[];
            /**
             * Media Before
             * @default []
             */
            media_before: number[];
            /**
             * Media Other
             * @default []
             */
            media_other: number[];
            move: components["schemas"]["Move"];
            /** Organisation Id */
            organisation_id?: number | null;
            /**
             * Reason
             * @default
             */
            reason: string;
            /**
             * Result
             * @default
             */
            result: string;
            /**
             * Text
             * @default
             */
            text: string;
            /** Until */
            until?: string | null;
            /** Version */
            version: number;
        };
        /** MoveOut */
        MoveOut: {
            /** Allowed */
            allowed: boolean;
            /** May */
            may: string[];
            move: components["schemas"]["Move"];
            /** Needs */
            needs: string[];
            /** Why */
            why: string | null;
        };
        /** NearAddressOut */
        NearAddressOut: {
            /** Crossing */
            crossing: string;
            /** District Code */
            district_code: string;
            /** District Name */
            district_name: string;
            /** Metres */
            metres: number;
            /** Number */
            number: string;
            /** Parts */
            parts: components["schemas"]["AddressPartOut"][];
            /** Place */
            place: string;
            /** Road */
            road: string;
            /** Short */
            short: string;
            /** Text */
            text: string;
        };
        /** NearbyOut */
        NearbyOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Case Ref */
            case_ref: string;
            /** Class Name */
            class_name: string | null;
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /** Metres */
            metres: number;
            /** Mine */
            mine: boolean;
            /** Supporters */
            supporters: number;
            /** Text */
            text: string;
            /** Thumbnail Url */
            thumbnail_url: string | null;
        };
        /** NewGridsOut */
        NewGridsOut: {
            /** Codes */
            codes: string[];
        };
        /** NextStepOut */
        NextStepOut: {
            /** By */
            by: string | null;
            /** Words */
            words: string;
        };
        /** NoticeChoicesIn */
        NoticeChoicesIn: {
            /**
             * Choices
             * @default []
             */
            choices: components["schemas"]["TopicChoiceOut"][];
            /** Quiet Begins */
            quiet_begins?: string | null;
            /** Quiet Ends */
            quiet_ends?: string | null;
        };
        /** NoticeChoicesOut */
        NoticeChoicesOut: {
            /** Addresses */
            addresses: components["schemas"]["ReachOut"][];
            /** Choices */
            choices: components["schemas"]["TopicChoiceOut"][];
            /** Push Key */
            push_key: string;
            /** Quiet Begins */
            quiet_begins: string | null;
            /** Quiet Ends */
            quiet_ends: string | null;
        };
        /** NoticeItemOut */
        NoticeItemOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Body */
            body: string;
            /** Id */
            id: number;
            /** Link */
            link: string;
            /** Read At */
            read_at: string | null;
            /** Title */
            title: string;
            topic: components["schemas"]["Topic"];
            /** Urgent */
            urgent: boolean;
        };
        /** NoticeOut */
        NoticeOut: {
            /** Text */
            text: string;
            /** Title */
            title: string;
            /**
             * Valid From
             * Format: date-time
             */
            valid_from: string;
            /** Version */
            version: string;
        };
        /** NoticePage */
        NoticePage: {
            /** Items */
            items: components["schemas"]["NoticeItemOut"][];
            /** Next */
            next: number | null;
            /** Unread */
            unread: number;
        };
        /** NumberOut */
        NumberOut: {
            /** Id */
            id: number;
        };
        /** OneTimePasswordOut */
        OneTimePasswordOut: {
            /** Password */
            password: string;
        };
        /**
         * OrganisationKind
         * @description The places of an organisation in the two-axis structure.
         * @enum {string}
         */
        OrganisationKind: "bureau" | "supervision_centre" | "command_centre" | "department" | "unit" | "contractor";
        /** OrganisationOut */
        OrganisationOut: {
            /**
             * Division
             * @default
             */
            division: string;
            /** Id */
            id: number;
            kind: components["schemas"]["OrganisationKind"];
            /** Name */
            name: string;
            /** Parent Id */
            parent_id?: number | null;
            /**
             * Path
             * @default
             */
            path: string;
        };
        /** OwnOrganisationOut */
        OwnOrganisationOut: {
            /** Id */
            id: number;
            kind: components["schemas"]["OrganisationKind"];
            /** Name */
            name: string;
        };
        /** OwnRatingOut */
        OwnRatingOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Score */
            score: number;
            /** Tracking No */
            tracking_no: string;
            /** Words */
            words: string;
        };
        /** OwnReportOut */
        OwnReportOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Case No */
            case_no: string;
            /** Is Open */
            is_open: boolean;
            /** Photos */
            photos: string[];
            /** Text */
            text: string;
            /** Tracking No */
            tracking_no: string;
        };
        /** Page[AccountOut] */
        Page_AccountOut_: {
            /** Items */
            items: components["schemas"]["AccountOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[AreaOut] */
        Page_AreaOut_: {
            /** Items */
            items: components["schemas"]["AreaOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[AttemptOut] */
        Page_AttemptOut_: {
            /** Items */
            items: components["schemas"]["AttemptOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[ComponentOut] */
        Page_ComponentOut_: {
            /** Items */
            items: components["schemas"]["ComponentOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[DeadLetterOut] */
        Page_DeadLetterOut_: {
            /** Items */
            items: components["schemas"]["DeadLetterOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[MessageOut] */
        Page_MessageOut_: {
            /** Items */
            items: components["schemas"]["MessageOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[PrivacyRequestOut] */
        Page_PrivacyRequestOut_: {
            /** Items */
            items: components["schemas"]["PrivacyRequestOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[TableRowOut] */
        Page_TableRowOut_: {
            /** Items */
            items: components["schemas"]["TableRowOut"][];
            /** Next */
            next?: string | null;
        };
        /** PartOut */
        PartOut: {
            /** Done At */
            done_at: string | null;
            /** Due At */
            due_at: string | null;
            /** Mandatory */
            mandatory: boolean;
            /** Organisation Id */
            organisation_id: number;
            /** Organisation Name */
            organisation_name: string | null;
        };
        /** PasskeyIn */
        PasskeyIn: {
            /** Ceremony Id */
            ceremony_id: string;
            /** Credential */
            credential: {
                [key: string]: unknown;
            };
            /**
             * Name
             * @default
             */
            name: string;
        };
        /** PasskeyOut */
        PasskeyOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: number;
            /** Last Used At */
            last_used_at: string | null;
            /** Name */
            name: string;
        };
        /** PasswordIn */
        PasswordIn: {
            /** Current */
            current: string;
            /** New */
            new: string;
        };
        /** PasswordPolicyOut */
        PasswordPolicyOut: {
            /** Classes */
            classes: number;
            /** Days */
            days: number;
            /** History */
            history: number;
            /** Length */
            length: number;
        };
        /**
         * PendingKind
         * @description An application that waits for somebody's approval.
         * @enum {string}
         */
        PendingKind: "return" | "extension" | "suspension" | "special_close" | "appeal" | "void";
        /** PendingOut */
        PendingOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: number | null;
            /** By Name */
            by_name: string;
            /**
             * Days
             * @default 0
             */
            days: number;
            /** Duty */
            duty: string;
            kind: components["schemas"]["PendingKind"];
            /** Level */
            level: number;
            /** Reason */
            reason: string;
            /** Until */
            until?: string | null;
        };
        /** PersonOut */
        PersonOut: {
            /** Duties */
            duties: components["schemas"]["Duty"][];
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Organisation Id */
            organisation_id: number;
            /** Organisation Name */
            organisation_name: string;
        };
        /** PersonRef */
        PersonRef: {
            /** Id */
            id: number;
            /** Name */
            name: string;
        };
        /** PhotosIn */
        PhotosIn: {
            /** Media Ids */
            media_ids: number[];
        };
        /** PhraseIn */
        PhraseIn: {
            /**
             * Move
             * @default
             */
            move: string;
            /** Text */
            text: string;
        };
        /**
         * PhraseLevel
         * @description For whom a standard phrase is.
         * @enum {string}
         */
        PhraseLevel: "city" | "organisation" | "person";
        /** PhraseOut */
        PhraseOut: {
            /** Id */
            id: number;
            level: components["schemas"]["PhraseLevel"];
            /** Mine */
            mine: boolean;
            /** Move */
            move: string;
            /** Rank */
            rank: number;
            /** Text */
            text: string;
            /** Used */
            used: number;
        };
        /** PlaceHereOut */
        PlaceHereOut: {
            /** Collector Id */
            collector_id: number | null;
            /** Collector Name */
            collector_name: string | null;
            /** Community Code */
            community_code: string;
            /** Community Name */
            community_name: string;
            /** District Code */
            district_code: string;
            /** District Name */
            district_name: string;
            /** Duty Grid Code */
            duty_grid_code: string | null;
            /** Duty Grid Name */
            duty_grid_name: string | null;
            /** Grid Code */
            grid_code: string;
            management_level: components["schemas"]["ManagementLevel"];
            /** Street Code */
            street_code: string;
            /** Street Name */
            street_name: string;
        };
        /** PlaceOut */
        PlaceOut: {
            /** Address */
            address: string;
            /** Attributes */
            attributes: {
                [key: string]: unknown;
            };
            /** Capacity */
            capacity: number | null;
            /** Capacity Unit */
            capacity_unit: string;
            /** Hours */
            hours: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Name */
            kind_name: string;
            /** Lat */
            lat: number;
            /** Level */
            level: string;
            /** Lon */
            lon: number;
            /** Name */
            name: string;
            /** Organisation Name */
            organisation_name: string | null;
            /** Phone */
            phone: string;
        };
        /**
         * PlanKind
         * @description A change of the ground that may be planned for a day.
         * @enum {string}
         */
        PlanKind: "split_grid" | "merge_grids" | "draw_area" | "end_area";
        /**
         * PlanState
         * @description Where a planned change stands.
         * @enum {string}
         */
        PlanState: "waiting" | "done" | "failed" | "cancelled";
        /**
         * PlannedChangeIn
         * @description The change as its own address takes it, under the name of its kind, and the day.
         */
        PlannedChangeIn: {
            draw?: components["schemas"]["AreaIn"] | null;
            /** End Area Id */
            end_area_id?: number | null;
            /**
             * Grid Code
             * @default
             */
            grid_code: string;
            merge?: components["schemas"]["GridMergeIn"] | null;
            /**
             * On
             * Format: date
             */
            on: string;
            split?: components["schemas"]["GridSplitIn"] | null;
        };
        /** PlannedChangeOut */
        PlannedChangeOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Name */
            by_name: string;
            /** Ended At */
            ended_at: string | null;
            /** Error */
            error: {
                [key: string]: unknown;
            } | null;
            /** Id */
            id: number;
            kind: components["schemas"]["PlanKind"];
            /**
             * On
             * Format: date
             */
            on: string;
            /** Result */
            result: {
                [key: string]: unknown;
            } | null;
            state: components["schemas"]["PlanState"];
            /** Title */
            title: string;
        };
        /**
         * PlatformStatusOut
         * @description `at` is the server's clock; `writes_taken` says whether anything can be sent now.
         */
        PlatformStatusOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Troubles */
            troubles: components["schemas"]["TroubleOut"][];
            /** Writes Taken */
            writes_taken: boolean;
        };
        /** PolicyIn */
        PolicyIn: {
            /**
             * Clause
             * @default
             */
            clause: string;
            /**
             * Source
             * @default
             */
            source: string;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /** Value */
            value: number | string[];
        };
        /** PolicyRowOut */
        PolicyRowOut: {
            /** Choices */
            choices: string[];
            /** Clause */
            clause: string;
            /** Highest */
            highest: number | null;
            /** Key */
            key: string;
            /** Lowest */
            lowest: number | null;
            /** Next From */
            next_from?: string | null;
            /** Next Value */
            next_value?: unknown;
            /** Source */
            source: string;
            /** Valid From */
            valid_from: string | null;
            /** Value */
            value: unknown;
        };
        /**
         * Position
         * @description Degrees of WGS 84.
         */
        Position: {
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
        };
        /** PositionIn */
        PositionIn: {
            /** @default wgs84 */
            coordinate_system: components["schemas"]["CoordinateSystem"];
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /** Reason */
            reason: string;
        };
        /** PostOut */
        PostOut: {
            duty: components["schemas"]["Duty"];
            /** Organisation Id */
            organisation_id: number;
            /** Organisation Name */
            organisation_name: string;
        };
        /** PrivacyRequestIn */
        PrivacyRequestIn: {
            /** Contact Id */
            contact_id: number;
            kind: components["schemas"]["RequestKind"];
            /**
             * Words
             * @default
             */
            words: string;
        };
        /** PrivacyRequestOut */
        PrivacyRequestOut: {
            /** Answer */
            answer: string;
            /** Answered At */
            answered_at: string | null;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Contact Id */
            contact_id: number | null;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Id */
            id: number;
            kind: components["schemas"]["RequestKind"];
            state: components["schemas"]["RequestState"];
            /** Waiting For */
            waiting_for: string[];
            /** Words */
            words: string | null;
        };
        /**
         * Problem
         * @description RFC 9457 problem details, with our stable `code`.
         */
        Problem: {
            /** Code */
            code: string;
            /** Detail */
            detail: string;
            /** Facts */
            facts: {
                [key: string]: unknown;
            };
            /** Request Id */
            request_id: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /** Type */
            type: string;
        };
        /**
         * ProofIn
         * @description One of: `code`, `recovery_code`, `password` (where there is no second factor), or a
         *     passkey's answer with the number of its challenge.
         */
        ProofIn: {
            /** Ceremony Id */
            ceremony_id?: string | null;
            /** Code */
            code?: string | null;
            /** Credential */
            credential?: {
                [key: string]: unknown;
            } | null;
            /** Password */
            password?: string | null;
            /** Recovery Code */
            recovery_code?: string | null;
        };
        /** ProposedOut */
        ProposedOut: {
            /** Id */
            id: number;
        };
        /**
         * ProviderDetailOut
         * @description The secret is never shown.
         */
        ProviderDetailOut: {
            /** Active */
            active: boolean;
            /** Claim */
            claim: string;
            /** Client Id */
            client_id: string;
            /** Has Secret */
            has_secret: boolean;
            /** Issuer */
            issuer: string;
            /** Key */
            key: string;
            /** Name */
            name: string;
            /** Scope */
            scope: string;
            /** Second Factor */
            second_factor: boolean;
        };
        /** ProviderIn */
        ProviderIn: {
            /**
             * Active
             * @default true
             */
            active: boolean;
            /**
             * Claim
             * @default preferred_username
             */
            claim: string;
            /** Client Id */
            client_id: string;
            /** Client Secret */
            client_secret?: string | null;
            /** Issuer */
            issuer: string;
            /** Name */
            name: string;
            /**
             * Scope
             * @default openid profile
             */
            scope: string;
            /**
             * Second Factor
             * @default false
             */
            second_factor: boolean;
        };
        /** ProviderOut */
        ProviderOut: {
            /** Key */
            key: string;
            /** Name */
            name: string;
        };
        /** QueueOut */
        QueueOut: {
            /** Count */
            count: number;
            /** Due Soon */
            due_soon: number;
            /** Overdue */
            overdue: number;
            /** Queue */
            queue: string;
        };
        /** RatingIn */
        RatingIn: {
            /**
             * Reopen
             * @default false
             */
            reopen: boolean;
            /** Score */
            score: number;
            /**
             * Words
             * @default
             */
            words: string;
        };
        /** RatingOut */
        RatingOut: {
            /** Score */
            score: number;
            /** Words */
            words: string;
        };
        /** ReachIn */
        ReachIn: {
            /** Address */
            address: {
                [key: string]: unknown;
            };
            channel: components["schemas"]["Channel"];
            /**
             * Label
             * @default
             */
            label: string;
        };
        /** ReachOut */
        ReachOut: {
            channel: components["schemas"]["Channel"];
            /** Id */
            id: number;
            /** Label */
            label: string;
            /** Shown */
            shown: string;
            /** Works */
            works: boolean;
        };
        /**
         * ReadIn
         * @description Which notices were read; without a list, all.
         */
        ReadIn: {
            /** Ids */
            ids?: number[] | null;
        };
        /** ReadingOut */
        ReadingOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Organisation */
            organisation: string;
            /** Reason */
            reason: string;
            /** What */
            what: string;
            /** Who */
            who: string;
        };
        /**
         * Reason
         * @description Why a row did not become a case, or whom it repeats.
         * @enum {string}
         */
        Reason: "empty" | "no_text" | "text_too_long" | "row_shape" | "unclosed_quote" | "unreadable_bytes" | "formula_without_value" | "cell_error" | "time_unreadable" | "time_ambiguous" | "time_implausible" | "position_unreadable" | "position_implausible" | "class_unknown" | "number_taken" | "same_number" | "same_text" | "refused_by_rule";
        /** ReceiptOut */
        ReceiptOut: {
            /** Case Id */
            case_id: number;
            /** Case No */
            case_no: string;
            /** Tracking No */
            tracking_no: string;
        };
        /** RefusedCase */
        RefusedCase: {
            /** Case Id */
            case_id: number;
            /** Case No */
            case_no: string;
            /** Why */
            why: string;
        };
        /** ReportIn */
        ReportIn: {
            /**
             * Address
             * @default
             */
            address: string;
            /**
             * Class Code
             * @default
             */
            class_code: string;
            /**
             * Component Code
             * @default
             */
            component_code: string;
            contact?: components["schemas"]["ContactIn"] | null;
            /** @default wgs84 */
            coordinate_system: components["schemas"]["CoordinateSystem"];
            /** Description */
            description: string;
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /**
             * Media After Ids
             * @default []
             */
            media_after_ids: number[];
            /**
             * Media Ids
             * @default []
             */
            media_ids: number[];
            /** Occurred At */
            occurred_at?: string | null;
            /**
             * Self Disposed
             * @default false
             */
            self_disposed: boolean;
            source: components["schemas"]["CaseSource"];
            /**
             * Source Key
             * @default
             */
            source_key: string;
            /**
             * Urgent
             * @default false
             */
            urgent: boolean;
        };
        /** ReportOut */
        ReportOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            contact: components["schemas"]["ContactOut"] | null;
            /**
             * Has Private
             * @default false
             */
            has_private: boolean;
            /** Id */
            id: number;
            /** Media */
            media: components["schemas"]["MediaOut"][];
            source: components["schemas"]["CaseSource"];
            /** Text */
            text: string;
            /** Tracking No */
            tracking_no: string;
        };
        /** ReportPhotos */
        ReportPhotos: {
            /** After */
            after: components["schemas"]["MediaOut"][];
            /** Before */
            before: components["schemas"]["MediaOut"][];
        };
        /**
         * ReportState
         * @description How a report stands for the person who made it (domain reference 7.1).
         * @enum {string}
         */
        ReportState: "submitted" | "accepted" | "refused" | "in_progress" | "done" | "to_rate" | "rated";
        /**
         * RequestKind
         * @description What a person may ask for.
         * @enum {string}
         */
        RequestKind: "copy" | "correct" | "erase" | "explain";
        /**
         * RequestState
         * @description How far the answer is.
         * @enum {string}
         */
        RequestState: "open" | "waiting" | "done" | "refused";
        /** RevealIn */
        RevealIn: {
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /** RevealOut */
        RevealOut: {
            /** Name */
            name: string;
            /** Phone */
            phone: string;
        };
        /**
         * RevealedOut
         * @description What a mask hides of one report; empty where there is nothing.
         */
        RevealedOut: {
            /** Name */
            name: string;
            /** Phone */
            phone: string;
            /** Text */
            text: string;
        };
        /**
         * RoadNumbersOut
         * @description The house numbers of a road, and the lines of the road as GeoJSON.
         */
        RoadNumbersOut: {
            /** Lines */
            lines: {
                [key: string]: unknown;
            }[];
            /** Numbers */
            numbers: components["schemas"]["HouseNumberOut"][];
            /** Road */
            road: string;
        };
        /** RoadOut */
        RoadOut: {
            /** Name */
            name: string;
            /** Numbers */
            numbers: number;
        };
        /** RosterLineOut */
        RosterLineOut: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Id */
            id: number;
            /** Person Id */
            person_id: number;
            /** Person Name */
            person_name: string;
            /** Shift Id */
            shift_id: number;
        };
        /** RosterPersonOut */
        RosterPersonOut: {
            /** Duties */
            duties: components["schemas"]["Duty"][];
            /** Id */
            id: number;
            /** Name */
            name: string;
        };
        /**
         * RowState
         * @description How one row fared.
         * @enum {string}
         */
        RowState: "pending" | "created" | "repeated" | "refused";
        /**
         * Scope
         * @description What a client may be allowed; each operation names the one that opens it.
         * @enum {string}
         */
        Scope: "cases:read" | "cases:report" | "city:read" | "people:read" | "media:read" | "media:write";
        /** SessionOut */
        SessionOut: {
            acting_for: components["schemas"]["ActingForOut"] | null;
            /** Confirmed At */
            confirmed_at: string | null;
            /** Division */
            division: string;
            /** Duties */
            duties: components["schemas"]["Duty"][];
            /** Duty Grid Codes */
            duty_grid_codes: string[];
            /** Expires At */
            expires_at: string | null;
            /** Factors */
            factors: string[];
            /** Id */
            id: number;
            /** Name */
            name: string;
            organisation: components["schemas"]["OwnOrganisationOut"];
            /** Sees Whole City */
            sees_whole_city: boolean;
            /**
             * Server Time
             * Format: date-time
             */
            server_time: string;
            shift: components["schemas"]["ShiftNowOut"] | null;
            step: components["schemas"]["Step"];
        };
        /** SetupIn */
        SetupIn: {
            /** Settings */
            settings?: {
                [key: string]: unknown;
            } | null;
        };
        /** SetupOut */
        SetupOut: {
            channel: components["schemas"]["Channel"];
            /** Needed */
            needed: string[];
            /** Optional */
            optional: string[];
            /** Real */
            real: boolean;
            /** Settings */
            settings: {
                [key: string]: unknown;
            };
        };
        /**
         * Sharing
         * @description Who finds a saved view among theirs.
         * @enum {string}
         */
        Sharing: "private" | "organisation" | "duty";
        /**
         * SheetIn
         * @description The filter of the list, the columns that are shown, and a name for the file.
         */
        SheetIn: {
            /**
             * After
             * @default
             */
            after: string;
            /**
             * Area
             * @default
             */
            area: string;
            /**
             * Class Code
             * @default
             */
            class_code: string;
            /**
             * Columns
             * @default []
             */
            columns: components["schemas"]["ColumnIn"][];
            /**
             * Grid Code
             * @default
             */
            grid_code: string;
            /**
             * Kind
             * @default
             */
            kind: string;
            /**
             * Lamp
             * @default
             */
            lamp: string;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /**
             * Order
             * @default
             */
            order: string;
            /** Organisation Id */
            organisation_id?: number | null;
            /**
             * Q
             * @default
             */
            q: string;
            /**
             * Queue
             * @default
             */
            queue: string;
            /** Since */
            since?: string | null;
            /**
             * Source
             * @default
             */
            source: string;
            /**
             * Stage
             * @default
             */
            stage: string;
            /** Supervised */
            supervised?: boolean | null;
            /**
             * Title
             * @default
             */
            title: string;
            /** Until */
            until?: string | null;
            /** Urgent */
            urgent?: boolean | null;
        };
        /** ShiftIn */
        ShiftIn: {
            /**
             * Begins
             * @example 08:30:00
             */
            begins: string;
            /**
             * Ends
             * @example 08:30:00
             */
            ends: string;
            /** Name */
            name: string;
            /** Organisation Id */
            organisation_id: number;
        };
        /**
         * ShiftNowOut
         * @description `on`, `outside` (rostered, but not now) or `none` (not rostered around this day).
         */
        ShiftNowOut: {
            /** Begins At */
            begins_at: string | null;
            /** Ends At */
            ends_at: string | null;
            /** Name */
            name: string;
            /** State */
            state: string;
        };
        /** ShiftOut */
        ShiftOut: {
            /**
             * Begins
             * @example 08:30:00
             */
            begins: string;
            /**
             * Ends
             * @example 08:30:00
             */
            ends: string;
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Organisation Id */
            organisation_id: number | null;
        };
        /** SignInIn */
        SignInIn: {
            /** Password */
            password: string;
            /** Username */
            username: string;
        };
        /**
         * Stage
         * @description Where a case stands (domain reference 2.2).
         * @enum {string}
         */
        Stage: "reported" | "verifying" | "pending_register" | "pending_dispatch" | "pending_department" | "handling" | "suspended" | "feedback" | "pending_check" | "checking" | "pending_close" | "self_audit" | "closed" | "special_closed" | "rejected" | "not_registered" | "voided" | "merged";
        /**
         * StandardOut
         * @description One number of the loop: a clock's limit, or a threshold.
         */
        StandardOut: {
            /** Clause */
            clause: string;
            /** Key */
            key: string;
            /** Kind */
            kind: string;
            /** Source */
            source: string;
            /** Title */
            title: string;
            /** Unit */
            unit: string | null;
            /** Valid From */
            valid_from: string;
            /** Valid To */
            valid_to: string | null;
            /** Value */
            value: unknown;
        };
        /** StandingOut */
        StandingOut: {
            /** Areas */
            areas: components["schemas"]["AreaOut"][];
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            place: components["schemas"]["PlaceHereOut"] | null;
        };
        /** StartIn */
        StartIn: {
            /**
             * Dry Run
             * @default false
             */
            dry_run: boolean;
            /** Mapping */
            mapping?: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * State
         * @description How a row stands on a day.
         * @enum {string}
         */
        State: "in_force" | "coming" | "ended";
        /** StateIn */
        StateIn: {
            /** Reason */
            reason: string;
            state: components["schemas"]["ComponentState"];
        };
        /**
         * StatisticsOut
         * @description `pending_days`: so many days have changed and are not counted anew yet.
         */
        StatisticsOut: {
            /** By */
            by: string;
            /** Pending Days */
            pending_days: number;
            /** Rows */
            rows: components["schemas"]["FigureRow"][];
            /**
             * Since
             * Format: date
             */
            since: string;
            total: components["schemas"]["FiguresOut"];
            /**
             * Until
             * Format: date
             */
            until: string;
        };
        /**
         * StatisticsQuery
         * @description Days from `since` up to, not with, `until`; the same for the period to compare with.
         */
        StatisticsQuery: {
            /**
             * Area
             * @default
             */
            area: string;
            /**
             * By
             * @default class
             */
            by: string;
            /**
             * Class Code
             * @default
             */
            class_code: string;
            /** Compare Since */
            compare_since?: string | null;
            /** Compare Until */
            compare_until?: string | null;
            /** Organisation Id */
            organisation_id?: number | null;
            /**
             * Since
             * Format: date
             */
            since: string;
            /**
             * Until
             * Format: date
             */
            until: string;
        };
        /**
         * Step
         * @description What somebody who has begun to sign in must still do before anything else is open.
         * @enum {string}
         */
        Step: "done" | "factor" | "password" | "enrol";
        /** Suggested */
        Suggested: {
            /** Collector Id */
            collector_id: number | null;
            /** Collector Name */
            collector_name: string | null;
            /** Organisation Id */
            organisation_id: number | null;
            /** Organisation Name */
            organisation_name: string | null;
        };
        /**
         * SupervisionLevel
         * @description How loudly a leader or dispatcher urges a case on (row 32).
         * @enum {string}
         */
        SupervisionLevel: "yellow" | "red" | "instruction";
        /** SupervisionOut */
        SupervisionOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: number | null;
            /** By Name */
            by_name: string | null;
            /** Due At */
            due_at: string | null;
            level: components["schemas"]["SupervisionLevel"];
            /** Text */
            text: string;
        };
        /**
         * TableAskIn
         * @description What shall be done. `on` is the day from which it holds, today when left out.
         */
        TableAskIn: {
            doing: components["schemas"]["Doing"];
            /** On */
            on?: string | null;
            /**
             * Pk
             * @default
             */
            pk: string;
            /**
             * Reason
             * @default
             */
            reason: string;
            /** Values */
            values?: {
                [key: string]: unknown;
            };
            /** Version */
            version?: string | null;
        };
        /** TableChoiceOut */
        TableChoiceOut: {
            /** Value */
            value: string;
            words: components["schemas"]["TableWordsOut"];
        };
        /** TableColumnOut */
        TableColumnOut: {
            /** Choices */
            choices: components["schemas"]["TableChoiceOut"][];
            /** Dated */
            dated: boolean;
            /** Edited */
            edited: boolean;
            /** Fixed */
            fixed: boolean;
            hint: components["schemas"]["TableWordsOut"] | null;
            /** Kind */
            kind: string;
            /** Least */
            least: number | null;
            /** Longest */
            longest: number;
            /** Most */
            most: number | null;
            /** Name */
            name: string;
            /** Needed */
            needed: boolean;
            /** Personal */
            personal: boolean;
            /** Refers */
            refers: string;
            /** Shown */
            shown: boolean;
            /** Units */
            units: string[];
            words: components["schemas"]["TableWordsOut"];
        };
        /** TableDetailOut */
        TableDetailOut: {
            /** Columns */
            columns: components["schemas"]["TableColumnOut"][];
            /** Dated */
            dated: boolean;
            /** Doings */
            doings: components["schemas"]["Doing"][];
            group: components["schemas"]["TableWordsOut"];
            hint: components["schemas"]["TableWordsOut"] | null;
            /** Id */
            id: string;
            /** Key */
            key: string[];
            /** May Edit */
            may_edit: boolean;
            /** Path */
            path: string;
            /** Series */
            series: boolean;
            /** Sortable */
            sortable: string[];
            words: components["schemas"]["TableWordsOut"];
        };
        /** TableEffectOut */
        TableEffectOut: {
            /** Code */
            code: string;
            /** Count */
            count: number;
            /** Refuses */
            refuses: boolean;
            /** Samples */
            samples: string[];
            words: components["schemas"]["TableWordsOut"];
        };
        /** TableOut */
        TableOut: {
            group: components["schemas"]["TableWordsOut"];
            /** Id */
            id: string;
            /** May Edit */
            may_edit: boolean;
            /** Path */
            path: string;
            words: components["schemas"]["TableWordsOut"];
        };
        /** TablePastOut */
        TablePastOut: {
            /** Actor Id */
            actor_id: number | null;
            /** Actor Name */
            actor_name: string;
            /** After */
            after: {
                [key: string]: unknown;
            };
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Before */
            before: {
                [key: string]: unknown;
            };
            /** Changed */
            changed: string[];
            /** Doing */
            doing: string;
            /** Id */
            id: number;
            /** Reason */
            reason: string;
            /** Restorable */
            restorable: boolean;
            /** Restores */
            restores: number;
            /** Row */
            row: string;
        };
        /** TablePickOut */
        TablePickOut: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Pk */
            pk: string;
            /** State */
            state: string;
        };
        /** TablePreviewOut */
        TablePreviewOut: {
            /** After */
            after: {
                [key: string]: unknown;
            };
            /** Before */
            before: {
                [key: string]: unknown;
            };
            /** Changed */
            changed: string[];
            doing: components["schemas"]["Doing"];
            /** Effects */
            effects: components["schemas"]["TableEffectOut"][];
            /**
             * On
             * Format: date
             */
            on: string;
            /** Refused */
            refused: boolean;
        };
        /** TableRestoreIn */
        TableRestoreIn: {
            /** Entry */
            entry: number;
            /** On */
            on?: string | null;
            /** Reason */
            reason: string;
            /** Version */
            version: string;
        };
        /** TableRowOut */
        TableRowOut: {
            /** Label */
            label: string;
            /** Names */
            names: {
                [key: string]: string;
            };
            /** Pk */
            pk: string;
            /** Since */
            since: string | null;
            /** State */
            state: string;
            /** Until */
            until: string | null;
            /** Values */
            values: {
                [key: string]: unknown;
            };
            /** Version */
            version: string;
        };
        /** TableSheetOut */
        TableSheetOut: {
            /** Added */
            added: number;
            /** Changed */
            changed: number;
            /** Ended */
            ended: number;
            /** Refused */
            refused: number;
            /** Rows */
            rows: components["schemas"]["TableSheetRowOut"][];
            /** Same */
            same: number;
            /** Taken */
            taken: boolean;
        };
        /** TableSheetRowOut */
        TableSheetRowOut: {
            /** Changes */
            changes: {
                [key: string]: unknown[];
            };
            /** Doing */
            doing: string;
            /** Field */
            field: string;
            /** Key */
            key: string;
            /** Line */
            line: number;
            /** Problem */
            problem: string;
        };
        /** TableWordsOut */
        TableWordsOut: {
            /** En */
            en: string;
            /** Zh */
            zh: string;
        };
        /** TemplatePreviewIn */
        TemplatePreviewIn: {
            /** Body */
            body: string;
            /** @default in_app */
            channel: components["schemas"]["Channel"];
            /** Title */
            title: string;
            topic: components["schemas"]["Topic"];
        };
        /**
         * TemplatePreviewOut
         * @description `sms_parts`: as how many short messages it goes; `wechat`: the values that WeChat gets.
         */
        TemplatePreviewOut: {
            /** Body */
            body: string;
            /** Sms Parts */
            sms_parts?: number | null;
            /** Title */
            title: string;
            /** Wechat */
            wechat?: {
                [key: string]: string;
            } | null;
        };
        /**
         * TermOut
         * @description One kind of data, how long it is kept and by whose word, and the proof of the last night.
         */
        TermOut: {
            /** At Least Days */
            at_least_days: number;
            /** Clause */
            clause: string;
            /** In Force */
            in_force: boolean;
            /** Keep Days */
            keep_days: number;
            /** Name */
            name: string;
            /** Oldest Left */
            oldest_left: string | null;
            /** Ran At */
            ran_at: string | null;
            /** Removed */
            removed: number | null;
            /** Source */
            source: string;
            /** What */
            what: string;
        };
        /** TimelineStep */
        TimelineStep: {
            /** Actor Id */
            actor_id: number | null;
            /** Actor Name */
            actor_name: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Details */
            details: {
                [key: string]: unknown;
            };
            /** Duty */
            duty: string | null;
            /** Media */
            media: components["schemas"]["MediaOut"][];
            /** Move */
            move: string | null;
            /** Name */
            name: string;
            /** On Behalf Of Name */
            on_behalf_of_name?: string | null;
            /** Organisation Name */
            organisation_name: string | null;
            /** Reason */
            reason: string;
            /** Seq */
            seq: number;
            /** Source */
            source: string | null;
            /** Target */
            target: string | null;
        };
        /** TodayOut */
        TodayOut: {
            /** By Class */
            by_class: components["schemas"]["ClassCount"][];
            /** By District */
            by_district: components["schemas"]["DistrictCount"][];
            /** By Hour */
            by_hour: components["schemas"]["HourOut"][];
            /** Closed */
            closed: number;
            /** Compare */
            compare: {
                [key: string]: number;
            };
            /** Dispatched */
            dispatched: number;
            /** Disposed */
            disposed: number;
            /** On Time Rate */
            on_time_rate: number | null;
            /** Open */
            open: number;
            /** Overdue */
            overdue: number;
            /** Registered */
            registered: number;
            /** Reported */
            reported: number;
        };
        /**
         * Topic
         * @description What a notice is about; a person chooses channels by topic.
         * @enum {string}
         */
        Topic: "case_work" | "case_clock" | "case_supervised" | "report_progress" | "data_rights" | "account" | "system";
        /** TopicChoiceOut */
        TopicChoiceOut: {
            channel: components["schemas"]["Channel"];
            topic: components["schemas"]["Topic"];
            /** Wanted */
            wanted: boolean;
        };
        /** TroubleOut */
        TroubleOut: {
            /** Code */
            code: string;
            /** Facts */
            facts: {
                [key: string]: unknown;
            };
            /** Level */
            level: string;
        };
        /** TryIn */
        TryIn: {
            /** Address */
            address: {
                [key: string]: unknown;
            };
        };
        /** TryOut */
        TryOut: {
            /** Provider No */
            provider_no: string;
        };
        /** UnreadOut */
        UnreadOut: {
            /** Unread */
            unread: number;
        };
        /**
         * UpkeepOut
         * @description How backups, anchors and disks stand. `wal`: whether the log is kept a second time.
         */
        UpkeepOut: {
            /** Anchors */
            anchors: number;
            /** Backup */
            backup: string;
            /** Disks */
            disks: components["schemas"]["DiskRoomOut"][];
            /** Last Anchor At */
            last_anchor_at: string | null;
            /** Last Good At */
            last_good_at: string | null;
            /** Late After Hours */
            late_after_hours: number;
            /** Place */
            place: string;
            /** Runs */
            runs: components["schemas"]["BackupRunOut"][];
            /** Wal */
            wal: string;
        };
        /**
         * Verdict
         * @description What taking a row would do.
         * @enum {string}
         */
        Verdict: "added" | "changed" | "unchanged" | "refused";
        /** ViewIn */
        ViewIn: {
            /**
             * Columns
             * @default []
             */
            columns: components["schemas"]["ColumnIn"][];
            duty?: components["schemas"]["Duty"] | null;
            /**
             * Filter
             * @default {}
             */
            filter: {
                [key: string]: string | number | boolean | null;
            };
            /** @default cards */
            layout: components["schemas"]["Layout"];
            /** Name */
            name: string;
            /**
             * Order
             * @default
             */
            order: string;
            /** @default private */
            sharing: components["schemas"]["Sharing"];
        };
        /** ViewOut */
        ViewOut: {
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /** Columns */
            columns: components["schemas"]["ColumnIn"][];
            /** Duty */
            duty: string;
            /** Filter */
            filter: {
                [key: string]: string | number | boolean;
            };
            /** First */
            first: boolean;
            /** Id */
            id: number;
            layout: components["schemas"]["Layout"];
            /** Mine */
            mine: boolean;
            /** Name */
            name: string;
            /** Order */
            order: string;
            /** Owner Name */
            owner_name: string;
            sharing: components["schemas"]["Sharing"];
        };
        /** WeekOut */
        WeekOut: {
            /** Editable */
            editable: boolean;
            /** Lines */
            lines: components["schemas"]["RosterLineOut"][];
            /**
             * Monday
             * Format: date
             */
            monday: string;
            /** Organisation Id */
            organisation_id: number;
            /** People */
            people: components["schemas"]["RosterPersonOut"][];
            /** Shifts */
            shifts: components["schemas"]["ShiftOut"][];
        };
        /** WhyIn */
        WhyIn: {
            /** Reason */
            reason: string;
        };
        /** YearOut */
        YearOut: {
            /** Certain */
            certain: boolean;
            /** Days */
            days: components["schemas"]["DayOut"][];
            /** Working Days */
            working_days: number;
            /** Year */
            year: number;
        };
    };
    responses: {
        /** @description Refused; `code` is stable, `facts` name the field and the remedy. */
        Refusal: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    chengmai_identity_grants_api_get_accounts: {
        parameters: {
            query?: {
                q?: string;
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AccountOut_"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_grants_api_post_duty: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DutyIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_grants_api_delete_duty: {
        parameters: {
            query: {
                organisation_id: number;
                /** @description What a person may be asked to do (domain reference 2.1). */
                duty: "collector" | "operator" | "duty_leader" | "dispatcher" | "department" | "handler" | "inspector" | "leader" | "admin" | "security" | "auditor" | "citizen" | "system";
            };
            header?: never;
            path: {
                person_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_reads_get_cases: {
        parameters: {
            query?: {
                queue?: string;
                stage?: string;
                lamp?: string;
                kind?: string;
                class_code?: string;
                grid_code?: string;
                area?: string;
                organisation_id?: number | null;
                source?: string;
                since?: string | null;
                until?: string | null;
                q?: string;
                urgent?: boolean | null;
                supervised?: boolean | null;
                order?: string;
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePage"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_moves_post_case: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptOut"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_components_get_cases_about: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                component_code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseRow"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_bulk_list_bulks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_bulk_post_bulk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkIn"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_bulk_post_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChoiceIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkCheck"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_bulk_show_bulk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bulk_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_bulk_post_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bulk_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_bulk_list_items: {
        parameters: {
            query?: {
                state?: components["schemas"]["ItemState"] | null;
            };
            header?: never;
            path: {
                bulk_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkItemOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_bulk_get_results: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bulk_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_bulk_post_undo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bulk_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_reads_get_count: {
        parameters: {
            query?: {
                queue?: string;
                stage?: string;
                lamp?: string;
                kind?: string;
                class_code?: string;
                grid_code?: string;
                area?: string;
                organisation_id?: number | null;
                source?: string;
                since?: string | null;
                until?: string | null;
                q?: string;
                urgent?: boolean | null;
                supervised?: boolean | null;
                order?: string;
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_desk_get_desk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_desk_post_sheet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SheetIn"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_casefile_post_files: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FilesIn"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_imports_list_imports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_imports_post_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Dry Run
                     * @default false
                     */
                    dry_run?: boolean;
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                    /**
                     * Mapping
                     * @default
                     */
                    mapping?: string;
                };
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_imports_show_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_imports_post_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_imports_get_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_imports_list_rows: {
        parameters: {
            query?: {
                state?: components["schemas"]["RowState"] | null;
                after?: number;
            };
            header?: never;
            path: {
                batch_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRows"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_imports_post_start: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartIn"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_desk_list_phrases: {
        parameters: {
            query?: {
                move?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhraseOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_desk_post_phrase: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhraseIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhraseOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_desk_put_phrase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                phrase_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhraseIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhraseOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_desk_delete_phrase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                phrase_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_desk_post_use: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                phrase_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_reads_get_queues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_reads_get_standards: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandardOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_statistics_get_statistics: {
        parameters: {
            query: {
                since: string;
                until: string;
                by?: string;
                compare_since?: string | null;
                compare_until?: string | null;
                area?: string;
                class_code?: string;
                organisation_id?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatisticsOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_desk_get_sources: {
        parameters: {
            query: {
                since: string;
                until: string;
                compare_since: string;
                compare_until: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatisticsOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_reads_get_today: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodayOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_desk_list_views: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_desk_post_view: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_desk_put_first: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FirstIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_desk_put_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                view_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_desk_delete_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                view_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_reads_get_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDetail"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_components_get_case_component: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseComponentOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_components_put_case_component: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseComponentIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseComponentOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_casefile_get_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_moves_post_move: {
        parameters: {
            query?: {
                brief?: boolean;
            };
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDetail"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_reads_get_print: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_moves_post_reveal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                report_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhyIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealedOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_reads_get_timeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineStep"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_cases_api_casefile_get_check: {
        parameters: {
            query: {
                seq: number;
                code: string;
            };
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeCheck"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_citizen_privacy_api_get_data: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AboutOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_citizen_privacy_api_get_copy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AboutOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_citizen_privacy_api_post_erase: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EraseIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_citizen_privacy_api_get_messages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagesOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_citizen_privacy_api_put_messages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessagesOut"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagesOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_citizen_api_get_nearby: {
        parameters: {
            query: {
                lon: number;
                lat: number;
                metres?: number;
                coordinate_system?: "wgs84" | "gcj02" | "bd09";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NearbyOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_citizen_api_post_me_too: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeTooIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CitizenReceipt"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_citizen_api_get_notice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_citizen_api_get_reports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CitizenReport"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_citizen_api_post_report: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CitizenReportIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CitizenReceipt"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_citizen_api_get_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tracking_no: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CitizenReport"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_citizen_api_post_rating: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tracking_no: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RatingIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CitizenReport"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_addresses_api_get_aliases: {
        parameters: {
            query?: {
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressAliasOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_addresses_api_post_alias: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressAliasIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressAliasOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_addresses_api_delete_alias: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alias_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_addresses_api_get_find: {
        parameters: {
            query: {
                q: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressCandidateOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_addresses_api_get_gazetteer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GazetteerSourceOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_addresses_api_get_numbers: {
        parameters: {
            query: {
                road: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoadNumbersOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_addresses_api_post_number: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HouseNumberIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoadNumbersOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_addresses_api_put_number: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DoorIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_addresses_api_delete_number: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_addresses_api_get_reverse: {
        parameters: {
            query: {
                lon: number;
                lat: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NearAddressOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_addresses_api_get_roads: {
        parameters: {
            query?: {
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoadOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_addresses_api_get_suggest: {
        parameters: {
            query: {
                q: string;
                near_lon?: number | null;
                near_lat?: number | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressSuggestionOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_areas_get_kinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaKindOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_areas_get_areas: {
        parameters: {
            query?: {
                kind?: string;
                organisation_id?: number | null;
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AreaOut_"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_areas_post_area: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AreaIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_areas_post_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AreaCheckIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaCheckOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_areas_get_shapes: {
        parameters: {
            query: {
                kind: string;
                bbox: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_areas_get_area: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaShapeOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_areas_delete_area: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_areas_get_versions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_areas_get_at: {
        parameters: {
            query: {
                lon: number;
                lat: number;
                system?: "wgs84" | "gcj02" | "bd09";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_reference_put_day: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DayIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["YearOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_reference_get_calendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["YearOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_census_post_export: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CensusExportIn"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_census_get_imports: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CensusImportOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_census_post_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CensusImportOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_census_get_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CensusImportWholeOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_census_post_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CensusImportWholeOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_census_post_check: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CensusCheckIn"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CensusImportWholeOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_census_get_guess: {
        parameters: {
            query: {
                layer: string;
                target: string;
            };
            header?: never;
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CensusChoices"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_census_get_left: {
        parameters: {
            query?: {
                after?: number;
            };
            header?: never;
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CensusLeftOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_census_get_map: {
        parameters: {
            query: {
                bbox: string;
                verdict?: components["schemas"]["Verdict"] | null;
            };
            header?: never;
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_census_post_pictures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CensusImportWholeOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_census_delete_pictures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CensusImportWholeOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_census_get_text: {
        parameters: {
            query?: {
                verdict?: components["schemas"]["Verdict"] | null;
            };
            header?: never;
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_census_get_workbook: {
        parameters: {
            query?: {
                verdict?: components["schemas"]["Verdict"] | null;
            };
            header?: never;
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_census_get_rows: {
        parameters: {
            query?: {
                verdict?: components["schemas"]["Verdict"] | null;
                reason?: string;
                q?: string;
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CensusRowOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_census_get_sample: {
        parameters: {
            query?: {
                layer?: string;
                system?: string;
                swapped?: boolean;
            };
            header?: never;
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_census_post_take: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CensusImportWholeOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_census_post_undo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CensusImportWholeOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_census_get_targets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CensusTargetOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_reference_get_classes: {
        parameters: {
            query?: {
                kind?: components["schemas"]["ClassKind"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_components_get_components: {
        parameters: {
            query?: {
                class_code?: string;
                state?: components["schemas"]["ComponentState"] | null;
                organisation_id?: number | null;
                area?: string;
                bbox?: string;
                code?: string;
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ComponentOut_"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_components_get_component: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComponentDetail"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_components_post_photos: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhotosIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComponentDetail"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_components_put_position: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PositionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComponentDetail"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_components_post_state: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StateIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComponentDetail"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_reference_get_divisions: {
        parameters: {
            query?: {
                level?: components["schemas"]["DivisionLevel"] | null;
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DivisionOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_faults_api_get_checks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridCheckOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_faults_api_post_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridCheckOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_faults_api_get_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                check_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridCheckOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_faults_api_post_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                check_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridCheckOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_faults_api_get_faults: {
        parameters: {
            query?: {
                kind?: components["schemas"]["FaultKind"] | null;
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                check_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridFaultOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_grids_post_merge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GridMergeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewGridsOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_grids_post_merge_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GridMergeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridPlanOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_grids_get_around: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridAroundOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_grids_get_fate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridFateOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_grids_post_split: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GridSplitIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewGridsOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_grids_post_split_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GridSplitIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridPlanOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_layers_get_layers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LayerRow"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_layers_put_look: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                layer: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LayerRow"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_layers_put_rules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                layer: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LayerRuleIn"][];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LayerRow"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_reference_get_locate: {
        parameters: {
            query: {
                lon: number;
                lat: number;
                system?: "wgs84" | "gcj02" | "bd09";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridPlaceOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_layers_get_map: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MapOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_layers_put_choice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LayerChoiceIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_places_get_place: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                place_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_plans_get_plans: {
        parameters: {
            query?: {
                kind?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannedChangeOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_plans_post_plan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlannedChangeIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_plans_delete_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_city_api_reference_get_search: {
        parameters: {
            query: {
                q: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_keys_api_get_clients: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_keys_api_post_client: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposedOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_keys_api_delete_client: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_keys_api_post_approval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_keys_api_post_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedKeyOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_keys_api_delete_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client_id: number;
                key_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_leave_api_get_colleagues: {
        parameters: {
            query?: {
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ColleagueOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_api_post_reveal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contact_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_leave_api_get_delegations: {
        parameters: {
            query?: {
                everybody?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegationOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_leave_api_post_delegation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelegationIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_leave_api_delete_delegation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delegation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_grants_api_get_requests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyRequestOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_grants_api_post_decision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_kernel_exports_api_list_exports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_kernel_exports_api_show_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_kernel_exports_api_delete_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_kernel_exports_api_get_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_main_backoffice_get_dead_letters: {
        parameters: {
            query?: {
                after?: string | null;
                limit?: number;
                all?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_DeadLetterOut_"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_main_backoffice_post_replay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                letter_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_main_backoffice_get_ledger: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerPage"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_main_backoffice_get_retention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_main_status_get_upkeep: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpkeepOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_signin_api_account_get_devices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_signin_api_account_delete_other_devices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_signin_api_account_delete_device: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_factors_api_get_factors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorsOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_factors_api_post_passkeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_factors_api_post_passkeys_options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_factors_api_delete_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkey_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_signin_api_account_get_password_policy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordPolicyOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_signin_api_account_post_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_factors_api_post_recovery_codes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodesOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_factors_api_post_totp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolmentOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_factors_api_delete_totp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_factors_api_post_totp_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_kernel_media_api_post_media: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_notices_api_get_notices: {
        parameters: {
            query?: {
                before?: number | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticePage"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_notices_api_post_address: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReachIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeChoicesOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_notices_api_delete_address: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                address_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeChoicesOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_notices_api_get_channels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_notices_api_put_channel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description By which way a person is told. */
                channel: "in_app" | "push" | "sms" | "email" | "wechat";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_notices_api_post_try: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description By which way a person is told. */
                channel: "in_app" | "push" | "sms" | "email" | "wechat";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TryOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_notices_api_get_choices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeChoicesOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_notices_api_put_choices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeChoicesIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeChoicesOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_notices_api_get_kept: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_notices_api_get_outbox: {
        parameters: {
            query?: {
                state?: "waiting" | "sending" | "sent" | "delivered" | "failed" | "dead";
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MessageOut_"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_notices_api_get_figures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FigureOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_notices_api_post_again: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_notices_api_post_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_notices_api_post_receipt: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_notices_api_post_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplatePreviewIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplatePreviewOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_notices_api_get_unread: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_api_get_organisations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_api_get_people: {
        parameters: {
            query?: {
                duty?: components["schemas"]["Duty"] | null;
                organisation_id?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_signin_api_administration_get_devices_of: {
        parameters: {
            query?: {
                ended?: boolean;
            };
            header?: never;
            path: {
                person_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_signin_api_administration_delete_devices_of: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_factors_api_delete_factors_of: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_signin_api_administration_post_reset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneTimePasswordOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_signin_api_administration_post_unlock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_citizen_privacy_api_post_look_up: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookUpIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundPersonOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_citizen_privacy_api_get_requests: {
        parameters: {
            query?: {
                state?: components["schemas"]["RequestState"] | null;
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PrivacyRequestOut_"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_citizen_privacy_api_post_request: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrivacyRequestIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrivacyRequestOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_citizen_privacy_api_post_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrivacyRequestOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_citizen_privacy_api_get_request_copy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AboutOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_shifts_api_get_roster: {
        parameters: {
            query: {
                organisation_id: number;
                day: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WeekOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_shifts_api_post_copy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CopyIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedLinesOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_shifts_api_post_import: {
        parameters: {
            query: {
                organisation_id: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedLinesOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_shifts_api_post_line: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LineIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NumberOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_shifts_api_delete_line: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                line_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_signin_api_session_get_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_signin_api_session_post_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_signin_api_session_delete_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_leave_api_post_acting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActingIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_leave_api_delete_acting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_factors_api_post_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProofIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_main_welcome_get_demo_accounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoAccountOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_factors_api_post_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProofIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_factors_api_post_factor_options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_factors_api_post_passkey_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_factors_api_post_passkey_options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_sso_api_get_providers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_sso_api_post_finish: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FinishIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FinishedOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_sso_api_post_begin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BegunOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_shifts_api_post_shift: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShiftIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NumberOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_shifts_api_delete_shift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shift_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_signin_api_administration_get_attempts: {
        parameters: {
            query?: {
                username?: string;
                failed?: boolean;
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AttemptOut_"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_signin_api_administration_get_policy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyRowOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_signin_api_administration_put_policy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_sso_api_get_provider_details: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderDetailOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_identity_sso_api_put_provider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_main_status_get_status: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformStatusOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_main_tables_api_get_tables: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TableOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_main_tables_api_get_beginning: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BeginningOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_main_tables_api_get_table: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                table: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TableDetailOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_main_tables_api_get_choices: {
        parameters: {
            query?: {
                q?: string;
            };
            header?: never;
            path: {
                table: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TablePickOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_main_tables_api_post_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                table: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TableAskIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TablePreviewOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_main_tables_api_get_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                table: string;
                pk: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TableRowOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_main_tables_api_get_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                table: string;
                pk: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TablePastOut"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_main_tables_api_post_restore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                table: string;
                pk: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TableRestoreIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TableRowOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_main_tables_api_get_rows: {
        parameters: {
            query?: {
                q?: string;
                state?: components["schemas"]["State"] | null;
                sort?: string;
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                table: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_TableRowOut_"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_main_tables_api_post_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                table: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TableAskIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TableRowOut"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TableRowOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_main_tables_sheets_get_sheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                table: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chengmai_main_tables_sheets_post_sheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                table: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                    /**
                     * Reason
                     * @default
                     */
                    reason?: string;
                    /**
                     * Take
                     * @default false
                     */
                    take?: boolean;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TableSheetOut"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
}
