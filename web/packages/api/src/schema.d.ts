// Generated from openapi.json; do not edit.
export interface paths {
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
    "/api/v1/city/calendar/days/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make a day working or off */
        put: operations["chengmai_city_api_put_day"];
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
        get: operations["chengmai_city_api_get_calendar"];
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
        get: operations["chengmai_city_api_get_classes"];
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
        /** Components in a box */
        get: operations["chengmai_city_api_get_components"];
        put?: never;
        post?: never;
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
        get: operations["chengmai_city_api_get_divisions"];
        put?: never;
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
        get: operations["chengmai_city_api_get_locate"];
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
        get: operations["chengmai_city_api_get_map"];
        put?: never;
        post?: never;
        delete?: never;
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
        get: operations["chengmai_city_api_get_search"];
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
        /** Look behind the mask */
        post: operations["chengmai_identity_api_post_reveal"];
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
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["chengmai_identity_api_get_session"];
        put?: never;
        /** Sign in */
        post: operations["chengmai_identity_api_post_session"];
        /** Sign out */
        delete: operations["chengmai_identity_api_delete_session"];
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** AllowanceOut */
        AllowanceOut: {
            /** Amount */
            amount: number;
            /** Unit */
            unit: string;
        };
        /**
         * BatchState
         * @description Where an import stands.
         * @enum {string}
         */
        BatchState: "reading" | "ready" | "running" | "done" | "cancelled" | "failed";
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
            /** Grid Code */
            grid_code: string;
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
             * @default newest
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
        /** ComponentOut */
        ComponentOut: {
            /** Class Code */
            class_code: string;
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
            state: components["schemas"]["ComponentState"];
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
        /** DemoAccountOut */
        DemoAccountOut: {
            /** Password */
            password: string;
            /** Username */
            username: string;
            /** Words */
            words: string;
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
        /** HourOut */
        HourOut: {
            /** Closed */
            closed: number;
            /** Hour */
            hour: number;
            /** Reported */
            reported: number;
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
         * Lamp
         * @description How a case stands against its clock now; always colour, shape and word.
         * @enum {string}
         */
        Lamp: "in_time" | "due_soon" | "overdue" | "suspended" | "none";
        /** LayerOut */
        LayerOut: {
            /** Colour */
            colour: string;
            /** Colour By */
            colour_by: {
                [key: string]: unknown;
            } | null;
            draw: components["schemas"]["Draw"];
            /** Id */
            id: string;
            /** Max Zoom */
            max_zoom: number;
            /** Min Zoom */
            min_zoom: number;
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
        /** LayerSourceOut */
        LayerSourceOut: {
            /** Source Layer */
            source_layer: string;
            /** Tiles */
            tiles: string;
        };
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
            /** Layers */
            layers: components["schemas"]["LayerOut"][];
            /** Note */
            note: string;
            /** Zoom */
            zoom: number;
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
        /** NextStepOut */
        NextStepOut: {
            /** By */
            by: string | null;
            /** Words */
            words: string;
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
        /** Page[CaseRow] */
        Page_CaseRow_: {
            /** Items */
            items: components["schemas"]["CaseRow"][];
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
         * RowState
         * @description How one row fared.
         * @enum {string}
         */
        RowState: "pending" | "created" | "repeated" | "refused";
        /** SessionOut */
        SessionOut: {
            /** Division */
            division: string;
            /** Duties */
            duties: components["schemas"]["Duty"][];
            /** Duty Grid Codes */
            duty_grid_codes: string[];
            /** Expires At */
            expires_at: string | null;
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
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
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
                    "application/json": components["schemas"]["Page_CaseRow_"];
                };
            };
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
                content?: never;
            };
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
                content?: never;
            };
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
        };
    };
    chengmai_city_api_put_day: {
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
        };
    };
    chengmai_city_api_get_calendar: {
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
        };
    };
    chengmai_city_api_get_classes: {
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
        };
    };
    chengmai_city_api_get_components: {
        parameters: {
            query: {
                bbox: string;
                class_code?: string;
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
                    "application/json": components["schemas"]["ComponentOut"][];
                };
            };
        };
    };
    chengmai_city_api_get_divisions: {
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
        };
    };
    chengmai_city_api_get_locate: {
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
        };
    };
    chengmai_city_api_get_map: {
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
        };
    };
    chengmai_city_api_get_search: {
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
        };
    };
    chengmai_identity_api_get_session: {
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
        };
    };
    chengmai_identity_api_post_session: {
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
        };
    };
    chengmai_identity_api_delete_session: {
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
        };
    };
}
