/** Types of the API. Made from the OpenAPI document by `npx tsx scripts/generate.ts`; not written by hand. */
export interface paths {
    "/v1/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The series, with each meeting as ingested or missing
         * @description First those in the catalogue (`config/series/`), then those known only from reports.
         */
        get: operations["series"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The reports, oldest first
         * @description Includes reports that could not be read, and all languages.
         */
        get: operations["reports"];
        put?: never;
        /**
         * Ingest a report from an uploaded file
         * @description At most 50 MB. Fields that you leave out are read from the file itself. By the time the answer comes, searches find the report.
         */
        post: operations["addReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One report
         * @description By its id, its symbol, or a former id (which answers with a redirect).
         */
        get: operations["report"];
        put?: never;
        post?: never;
        /**
         * Remove a report
         * @description From then on it appears in no answer.
         */
        delete: operations["removeReport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/{id}/paragraphs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A report's paragraphs in reading order
         * @description `number` finds a paragraph by its printed number, under which it is cited. Unlike the ordinal, that number stays the
         *     same when the file is read again. It is looked up in the main part, or in the annex that `part` names.
         */
        get: operations["reportParagraphs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/{id}/repairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every repaired word of a report, with the letters in the file
         * @description In reading order. A doubtful repair is a guess.
         */
        get: operations["reportRepairs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/{id}/references": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What one report cites, most cited first
         * @description Like `GET /v1/references`, for this report only.
         */
        get: operations["reportReferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/{id}/recurring": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The phrases that a report shares with the others of its series
         * @description Runs of at least `min_words` consecutive folded tokens of one paragraph that occur in at least
         *     `min_reports` reports, counting this one. `view=maximal` lists those that cannot be extended by a word on either side and
         *     still qualify; `view=closed` those that cannot be extended without losing a report. The list is complete: longest first, then
         *     most reports, then reading order. `order=reports` puts phrases in most reports first; `distinctive` those that are far more
         *     frequent in this scope than in the rest of the collection (log-likelihood, Dunning 1993); `first` those that appeared
         *     earliest. `returns=true` keeps only phrases that an earlier report has, the previous report lacks, and this one has again,
         *     ranked by words times reports.
         *     With `include=occurrences`, each entry of `reports` lists its `occurrences` (paragraph, start, end) instead of a count.
         *     `kind` and `section` narrow what is searched in the other reports; this report is always read in full.
         */
        get: operations["reportRecurring"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/{id}/dropped": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Phrases that earlier reports share and a report dropped
         * @description Maximal phrases of at least `min_words` words that each of the last `min_reports` earlier reports contains and
         *     this one does not. Ranked by words times reports. `text` and `occurrences` are those of the previous report. `kind` and
         *     `section` narrow what is searched in the earlier reports; a phrase that occurs anywhere in this report is not dropped.
         */
        get: operations["reportDropped"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/{id}/novelty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a report says for the first time, and when the rest was first said
         * @description For each token: the earliest report of the series, dated before this one, that contains a run of at least
         *     `min_words` tokens of the paragraph around it (the whole paragraph if it is shorter). If there is none, the token is new.
         *     `spans` are the maximal runs with the same answer; together they cover the paragraph. Undated reports are left out and
         *     listed in `undated`. If there is no earlier report, `coverage` is null and `paragraphs` is empty. `missing` lists the
         *     earlier meetings that are not in the collection. The answer is always complete. `kind` and `section` select paragraphs of
         *     this report; the earlier reports are searched in full, so a sentence moved here from another section is not new.
         */
        get: operations["reportNovelty"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/{id}/variants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * For each paragraph, its nearest wording in every other report of the series, with what differs
         * @description The other reports are those of the series in the report's language (without a series: of the
         *     collection), or those named in `with`. `nearest` has, for each of them, the paragraph with the highest `similarity`, if it
         *     shares a word and is at least `min_similarity` alike; ties go to the same text, the same kind, the nearest place.
         *     `paragraph`, `kind` and `section` select paragraphs of this report; `limit` and `offset` page them. A page ends early, after
         *     one or more paragraphs, if it would exceed 1.4 MB (16 MB if `limit` is over 20) or
         *     take seconds of work; `limit` then says how many it has. `doubtful=false` leaves out wordings whose difference may only be a
         *     misreading.
         */
        get: operations["reportVariants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/paragraphs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One paragraph
         * @description An ordinal may shift when the report is read again; the number in `GET /v1/reports/{id}/paragraphs?number=` does not.
         */
        get: operations["paragraph"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/paragraphs/{id}/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The wordings in other reports nearest to a paragraph, with the words that differ
         * @description Most similar first.
         */
        get: operations["paragraphSimilar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/references": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the reports cite, most cited first, with every citation
         * @description Resolutions, decisions, documents, treaties, agenda items and paragraphs, by their normalised symbols.
         */
        get: operations["references"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Paragraphs that contain these words, best matches first
         * @description All words must occur. `"a phrase"` matches these words in a row, `-word` excludes; in a phrase, `*` stands for any
         *     one word, `word*` for any word that begins this way, `...` for up to five words; `a|b` matches either. The matching
         *     paragraphs, `total` and `facets` are exact and the same with every engine. The engine decides the order; cover lines,
         *     titles and headings rank lower. If every term is too common to rank by (five million occurrences), hits are in reading
         *     order. If nothing matches, `suggestions` corrects the spelling; each suggestion matches something under the same filters.
         *     With `group=text`, paragraphs with equal folded tokens are one hit that lists all its `places`: `total` still counts
         *     paragraphs, `groups` counts groups, and `limit` and `offset` page the groups.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/phrases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every occurrence of a phrase, counted by report and year, with neighbouring words and a concordance
         * @description An occurrence is a run of consecutive tokens in one paragraph; punctuation between them is ignored, and
         *     overlapping occurrences all count. `*` stands for any one word, `word*` for any word that begins this way, `...` for up to
         *     five words, `a|b` for either; with wildcards, each starting token counts once, with the shortest match. `per_10k_words`
         *     comes with its 95 % confidence interval (Wilson, 1927). `before` and `after` list the neighbouring words in their most
         *     common printed form, with counts; `order=association` ranks them by the log-likelihood ratio (Dunning, 1993) against the rest of the
         *     scope, negative if the word is rarer here. `sort=year` sorts the concordance by date (undated reports last), then reading
         *     order; `report` by report id; `before`, `before2` and `before3` by the one, two or three words before; `after` to
         *     `after3` by those after. Words are compared in the form of the match profile, so spellings of one word stay together;
         *     the edge of a paragraph sorts first. `limit` and `offset` page the concordance.
         */
        get: operations["phrases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/threads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The statements that contain a phrase, how each changed over the years, and what replaced it
         * @description A passage is the sentence (or sentences) that an occurrence is in. Reports are processed oldest first; in each, the
         *     most similar pairs of a thread and a passage are matched first, down to a similarity of 0.5 (2·LCS over the words of both,
         *     folded, against the thread's latest version). A passage without a match starts a new thread, or is listed under `also` of a
         *     version with the same words, so every occurrence belongs to exactly one thread. `gaps` are the reports of the series without
         *     a version; `instead` is the sentence in them that is most similar to the previous version, and is not counted. Threads in
         *     most reports come first. At most 5,000 occurrences; `limit` and `offset` page the threads. If the phrase does not occur,
         *     `near` lists the nearest sentences by its rarer words.
         */
        get: operations["threads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/trends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Up to ten phrases over the years
         * @description For a year without a report in the scope, the count is unknown (null), not zero.
         */
        get: operations["trends"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Two reports, aligned paragraph by paragraph, with the words that differ
         * @description Changes are in the reading order of `other`, with removed paragraphs at their place in `base`; `summary`
         *     counts them. Ranges are UTF-16 offsets into the paragraphs' texts and cover whole words; `inner` marks the letters that
         *     differ. `section` restricts both sides to the paragraphs under a heading with these words. A change is `doubtful` if it may
         *     only be a misreading; `doubtful=false` leaves such changes out of `changes`, but `summary` still counts them.
         *     `format=docx` gives a Word document with tracked changes (always all of them, doubtful ones highlighted), `format=html` a
         *     printable page. The answer is always complete.
         */
        get: operations["compare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wording": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A wording over the years: each report's version, what changed and what stayed
         * @description For each report, by date, the passage most similar to the anchor (a pasted wording or a paragraph), with a
         *     similarity of 0.5 or more. For a pasted wording it must also share half of the content, weighted so that rare words count
         *     more than common ones. Reports without such a passage are gaps (`paragraph: null`, listed in `gaps`); `gaps=false` leaves
         *     them out of `versions`. `change` and `diff` are relative to the previous version. In `template`, the tokens that all
         *     versions share are words, and what varies between them are slots. Without filters, the scope is the paragraph's own series.
         */
        get: operations["wording"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/collate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One section of several reports: reports as columns, corresponding paragraphs as rows
         * @description Each cell's `diff` is against the previous cell in its row.
         */
        get: operations["collate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/{id}/original": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The file that the report was read from
         * @description Unchanged. Not available for files ingested with `--no-originals`. A PDF opens in the browser, so `#page=` can lead to a page.
         */
        get: operations["reportOriginal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The precedents of a pasted text, with the words that differ
         * @description Like `GET /v1/paragraphs/{id}/similar`, for a text that is too long or too private for a URL.
         */
        post: operations["similarText"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The process is alive
         * @description For a supervisor that restarts a hanging process. Says nothing about the collection.
         */
        get: operations["healthz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the collection can be read, and how up to date its indexes are
         * @description For a load balancer. Answers reflect the state `epoch`; the newest stored state is `store_epoch`.
         */
        get: operations["readyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Prometheus metrics: requests by route and status, the size of the collection, the process
         * @description For a Prometheus server to scrape. Use a proxy to keep it from the public.
         */
        get: operations["metrics"];
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
        Series: {
            /** @description Id of the series */
            id: string;
            /** @description The title */
            title: string;
            /** @description The title in English, if the catalogue has one */
            title_en: string | null;
            /** @description Symbol of the body that met, if known */
            body: string | null;
            /** @description True for the fictitious sample series */
            constructed: boolean;
            /** @description False for a series known from its reports only */
            catalogued: boolean;
            /** @description Number of reports */
            reports: number;
            /** @description Number of meetings in the catalogue without a report here */
            missing: number;
            /** @description The meetings in the catalogue, earliest first */
            meetings: components["schemas"]["Meeting"][];
            /** @description Reports of the series that match no meeting in the catalogue */
            uncatalogued: {
                /** @description Id of the series */
                id: string;
                /** @description The symbol as printed */
                symbol: string;
                /** @description Year of the report; null if unknown */
                year: number | null;
            }[];
        };
        Meeting: {
            /** @description Short name of the meeting in the catalogue */
            key: string;
            /** @description Kind of meeting */
            kind: string;
            /** @description Number of the session among those of its kind, from 1 */
            ordinal: number;
            /** @description Year of the report; null if unknown */
            year: number;
            /** @description The symbol as printed */
            symbol: string | null;
            /** @description First day, as an ISO date; null if unknown */
            from: string | null;
            /** @description Last day, as an ISO date; null if unknown */
            to: string | null;
            /** @description Where the meeting was held */
            place: string | null;
            /** @description Fields that could not be confirmed */
            unconfirmed: string[];
            /**
             * @description Whether its report is in the collection
             * @enum {string}
             */
            status: "ingested" | "unreadable" | "missing";
            /** @description The ingested report's id */
            report: string | null;
        };
        /** @description RFC 9457 problem details; `errors` names each wrong parameter or field */
        Problem: {
            /** @description The kind of problem, for programs */
            type: string;
            /** @description The kind of problem, for people */
            title: string;
            /** @description The HTTP status */
            status: number;
            /** @description What is wrong and what to do */
            detail: string;
            /** @description Each wrong parameter or field */
            errors?: {
                /** @description Name of the parameter or field */
                path: string;
                /** @description For people: what is wrong and what to do */
                message: string;
            }[];
        };
        Report: {
            /** @description Id, as used in URLs */
            id: string;
            /** @description The symbol as printed */
            symbol: string;
            /** @description The title */
            title: string;
            /** @description Id of the series; null if the report belongs to none */
            series: string | null;
            /** @description Symbol of the body that met, if known */
            body: string | null;
            /** @description Year of the report; null if unknown */
            year: number | null;
            /** @description First and last day of the meeting; null if unknown */
            date: {
                /** @description First day, as an ISO date */
                from: string;
                /** @description Last day, as an ISO date */
                to: string;
            } | null;
            /** @description Number of the session, from the cover or the opening paragraphs */
            session: number | null;
            /** @description Two-letter code */
            language: string;
            /** @description Number of paragraphs */
            paragraphs: number;
            /** @description Number of words */
            words: number;
            /** @description The file that the report was read from */
            source: {
                /** @description Name of the file that was read */
                file: string;
                /**
                 * @description Kind of file
                 * @enum {string}
                 */
                format: "txt" | "pdf" | "docx" | "doc" | "odt" | "html";
                /** @description Digest of the file's bytes, in hexadecimal */
                sha256: string;
                /**
                 * @description Which text of the file was read: in reading order; in drawing order and then repaired; or recognised from images (OCR)
                 * @enum {string}
                 */
                layer: "logical" | "visual" | "ocr";
                /** @description Version of the reader that read the file; 0 if unknown */
                reader: number;
                /**
                 * @description For a PDF: whether its paragraphs, their kinds and their order were read from the tags of the file or from the layout of the pages; the warning `tags_not_used` says why tags were not used
                 * @enum {string}
                 */
                structure?: "tags" | "layout";
            };
            /** @description What was repaired in the text */
            repairs: {
                /** @description Words whose text was changed by repair */
                words: number;
                /** @description Words whose reading is uncertain */
                doubtful: number;
            };
            /** @description Share of the words that could be read, 0 to 1 */
            readable: number;
            /** @description Too little of it could be read: it is left out of every search and count */
            unreadable: boolean;
            /** @description Other reports with the same bytes */
            duplicate_of: string[];
            /** @description What to know before relying on the text */
            warnings: {
                /** @description Stable, for programs */
                code: string;
                /** @description For people: what is wrong and what to do */
                message: string;
                /** @description Id of the paragraph */
                paragraph?: string;
            }[];
            /** @description When the report was stored */
            ingested_at: string;
        };
        ReportWithParagraphs: {
            /** @description Id, as used in URLs */
            id: string;
            /** @description The symbol as printed */
            symbol: string;
            /** @description The title */
            title: string;
            /** @description Id of the series; null if the report belongs to none */
            series: string | null;
            /** @description Symbol of the body that met, if known */
            body: string | null;
            /** @description Year of the report; null if unknown */
            year: number | null;
            /** @description First and last day of the meeting; null if unknown */
            date: {
                /** @description First day, as an ISO date */
                from: string;
                /** @description Last day, as an ISO date */
                to: string;
            } | null;
            /** @description Number of the session, from the cover or the opening paragraphs */
            session: number | null;
            /** @description Two-letter code */
            language: string;
            /** @description The paragraphs, in reading order */
            paragraphs: components["schemas"]["Paragraph"][];
            /** @description Number of words */
            words: number;
            /** @description The file that the report was read from */
            source: {
                /** @description Name of the file that was read */
                file: string;
                /**
                 * @description Kind of file
                 * @enum {string}
                 */
                format: "txt" | "pdf" | "docx" | "doc" | "odt" | "html";
                /** @description Digest of the file's bytes, in hexadecimal */
                sha256: string;
                /**
                 * @description Which text of the file was read: in reading order; in drawing order and then repaired; or recognised from images (OCR)
                 * @enum {string}
                 */
                layer: "logical" | "visual" | "ocr";
                /** @description Version of the reader that read the file; 0 if unknown */
                reader: number;
                /**
                 * @description For a PDF: whether its paragraphs, their kinds and their order were read from the tags of the file or from the layout of the pages; the warning `tags_not_used` says why tags were not used
                 * @enum {string}
                 */
                structure?: "tags" | "layout";
            };
            /** @description What was repaired in the text */
            repairs: {
                /** @description Words whose text was changed by repair */
                words: number;
                /** @description Words whose reading is uncertain */
                doubtful: number;
            };
            /** @description Share of the words that could be read, 0 to 1 */
            readable: number;
            /** @description Too little of it could be read: it is left out of every search and count */
            unreadable: boolean;
            /** @description Other reports with the same bytes */
            duplicate_of: string[];
            /** @description What to know before relying on the text */
            warnings: {
                /** @description Stable, for programs */
                code: string;
                /** @description For people: what is wrong and what to do */
                message: string;
                /** @description Id of the paragraph */
                paragraph?: string;
            }[];
            /** @description When the report was stored */
            ingested_at: string;
        };
        Paragraph: {
            /** @description Id, as used in URLs */
            id: string;
            /** @description Id of the report */
            report: string;
            /** @description From 1, in reading order */
            ordinal: number;
            /**
             * @description Kind of paragraph
             * @enum {string}
             */
            kind: "title" | "heading" | "paragraph" | "item" | "footnote" | "table" | "other";
            /** @description The report's own paragraph number */
            number: number | null;
            /** @description What is printed before the text */
            label: string | null;
            /** @description `main`, or the annex */
            part: string;
            /** @description Headings above, outermost first */
            path: string[];
            /** @description Paragraph that this item or footnote belongs to */
            parent: string | null;
            /** @description Page of a PDF, from 1, on which it begins */
            page: number | null;
            /** @description Position of a paragraph of kind `table` in its table; otherwise null */
            cell: {
                /** @description Number of the table in the report, from 1 */
                table: number;
                /** @description From 1; for a merged cell, the first */
                row: number;
                /** @description From 1, in reading order; for a merged cell, the first */
                column: number;
            } | null;
            /** @description The words as printed in the report */
            text: string;
            /** @description Number of words */
            words: number;
            /** @description The words whose reading is uncertain */
            doubts: number[][];
            /** @description Mentions of other texts, in reading order */
            references: components["schemas"]["Reference"][];
        };
        Reference: {
            /**
             * @description Kind of text cited
             * @enum {string}
             */
            type: "resolution" | "decision" | "document" | "agenda_item" | "paragraph" | "treaty";
            /** @description The symbol as printed */
            symbol: string;
            /** @description Start: UTF-16 offset into the text */
            start: number;
            /** @description End, exclusive: UTF-16 offset into the text */
            end: number;
        };
        Repair: {
            /** @description Id of the paragraph */
            paragraph: string;
            /** @description Start: UTF-16 offset into the text */
            start: number;
            /** @description End, exclusive: UTF-16 offset into the text */
            end: number;
            /** @description The words as printed in the report */
            text: string;
            /** @description The letters in the file */
            raw: string;
            /** @description Kinds of damage that were repaired */
            kinds: string[];
            /** @description The difference may only be a misreading */
            doubtful: boolean;
        };
        CitedText: {
            /**
             * @description Kind of text cited
             * @enum {string}
             */
            type: "resolution" | "decision" | "document" | "agenda_item" | "paragraph" | "treaty";
            /** @description The symbol as printed */
            symbol: string;
            /** @description Number of times */
            count: number;
            /** @description Ids of the reports that cite it */
            reports: string[];
            /** @description First year that cites it */
            first: number | null;
            /** @description Last year in which it is cited; null if no citing report has a year */
            last: number | null;
            /** @description Every citation, earliest report first */
            citations: {
                /** @description Id of the report */
                report: string;
                /** @description Year of the report; null if unknown */
                year: number | null;
                /** @description Id of the paragraph */
                paragraph: string;
                /** @description Start: UTF-16 offset into the text */
                start: number;
                /** @description End, exclusive: UTF-16 offset into the text */
                end: number;
                /** @description As printed in the report */
                text: string;
            }[];
        };
        Recurring: {
            /** @description Id of the report */
            report: string;
            /** @description Minimum number of words, as requested */
            min_words: number;
            /** @description Minimum number of reports, as requested */
            min_reports: number;
            /**
             * @description Which phrases are listed, as requested
             * @enum {string}
             */
            view: "maximal" | "closed";
            /** @description Number of entries on all pages together */
            total: number;
            /** @description How much of the report the answer covers */
            coverage: {
                /** @description Number of words */
                words: number;
                /** @description Words inside at least one recurring phrase */
                recurring_words: number;
                /** @description Share of the words, 0 to 1 */
                share: number;
            };
            /** @description The phrases of this page */
            phrases: {
                /** @description The report's own wording at its first occurrence */
                text: string;
                /** @description Its words in the form used for comparison */
                tokens: string[];
                /** @description Number of words */
                words: number;
                /** @description Number of reports that contain it */
                report_count: number;
                /** @description Number of reports */
                reports: {
                    /** @description Id of the report */
                    report: string;
                    /** @description Year of the report; null if unknown */
                    year: number | null;
                    /** @description How often; with `include=occurrences`, every place instead */
                    occurrences: number | {
                        /** @description Id of the paragraph */
                        paragraph: string;
                        /** @description Start: UTF-16 offset into the text */
                        start: number;
                        /** @description End, exclusive: UTF-16 offset into the text */
                        end: number;
                        /** @description The words themselves; only with `include=text` */
                        text?: string;
                    }[];
                }[];
                /** @description The earliest report that contains it; null if none does */
                first: {
                    /** @description Id of the report */
                    report: string;
                    /** @description Year of the report; null if unknown */
                    year: number | null;
                };
                /** @description The latest report that contains it; null if none does */
                last: {
                    /** @description Id of the report */
                    report: string;
                    /** @description Year of the report; null if unknown */
                    year: number | null;
                };
                /** @description Where it occurs in this report */
                occurrences: {
                    /** @description Id of the paragraph */
                    paragraph: string;
                    /** @description Start: UTF-16 offset into the text */
                    start: number;
                    /** @description End, exclusive: UTF-16 offset into the text */
                    end: number;
                    /** @description The words themselves; only with `include=text` */
                    text?: string;
                }[];
            }[];
            /** @description What was counted, and what could not be */
            scope: components["schemas"]["Scope"];
        };
        /** @description What was counted, and what could not be */
        Scope: {
            /** @description Number of reports that were searched */
            reports: number;
            /** @description Reports left out because they cannot be read */
            unreadable: string[];
            /** @description Reports without a date or year; they appear in no timeline */
            undated: string[];
            /** @description Symbols of the catalogue's meetings in the scope that are not in the collection */
            missing: string[];
        };
        Dropped: {
            /** @description Id of the report */
            report: string;
            /** @description Minimum number of words, as requested */
            min_words: number;
            /** @description Minimum number of reports, as requested */
            min_reports: number;
            /** @description The earlier reports that all contain them, oldest first */
            compared: {
                /** @description Id of the report */
                report: string;
                /** @description Year of the report; null if unknown */
                year: number | null;
            }[];
            /** @description Number of entries on all pages together */
            total: number;
            /** @description The phrases of this page */
            phrases: components["schemas"]["RecurringPhrase"][];
            /** @description What was counted, and what could not be */
            scope: components["schemas"]["Scope"];
        };
        RecurringPhrase: {
            /** @description The report's own wording at its first occurrence */
            text: string;
            /** @description Its words in the form used for comparison */
            tokens: string[];
            /** @description Number of words */
            words: number;
            /** @description Number of reports that contain it */
            report_count: number;
            /** @description The reports that contain it, earliest first */
            reports: {
                /** @description Id of the report */
                report: string;
                /** @description Year of the report; null if unknown */
                year: number | null;
                /** @description Number of occurrences */
                occurrences: number;
            }[];
            /** @description The earliest report that contains it; null if none does */
            first: {
                /** @description Id of the report */
                report: string;
                /** @description Year of the report; null if unknown */
                year: number | null;
            };
            /** @description The latest report that contains it; null if none does */
            last: {
                /** @description Id of the report */
                report: string;
                /** @description Year of the report; null if unknown */
                year: number | null;
            };
            /** @description Where it occurs in this report */
            occurrences: {
                /** @description Id of the paragraph */
                paragraph: string;
                /** @description Start: UTF-16 offset into the text */
                start: number;
                /** @description End, exclusive: UTF-16 offset into the text */
                end: number;
                /** @description The words themselves; only with `include=text` */
                text?: string;
            }[];
        };
        Novelty: {
            /** @description Id of the report */
            report: string;
            /** @description The reports compared with, oldest first */
            earlier: string[];
            /** @description Symbols of the catalogue's earlier meetings of the series that are not in the collection */
            missing: string[];
            /** @description null if there is no earlier report to compare with */
            coverage: {
                /** @description Number of words */
                words: number;
                /** @description Number of words that an earlier report contains */
                seen_words: number;
                /** @description Share of the words, 0 to 1 */
                share: number;
            } | null;
            /** @description Reports left out because they have no date */
            undated: string[];
            /** @description Every paragraph, in reading order */
            paragraphs: {
                /** @description Id of the paragraph */
                paragraph: string;
                /** @description Number of words */
                words: number;
                /** @description Share of the words that no earlier report contains, 0 to 1 */
                new_share: number;
                /** @description Runs of words with the same answer; together they cover the paragraph */
                spans: {
                    /** @description Start: UTF-16 offset into the text */
                    start: number;
                    /** @description End, exclusive: UTF-16 offset into the text */
                    end: number;
                    /** @description Number of words */
                    words: number;
                    /** @description The earliest report that contains these words; null if they are new */
                    first_seen: {
                        /** @description Id of the report */
                        report: string;
                        /** @description Year of the report; null if unknown */
                        year: number | null;
                    } | null;
                    /** @description The words themselves; only with `include=text` */
                    text?: string;
                }[];
            }[];
            /** @description What was counted, and what could not be */
            scope: components["schemas"]["Scope"];
        };
        Variants: {
            /** @description Id of the report */
            report: string;
            /** @description Number of selected paragraphs */
            total: number;
            /** @description Maximum number of paragraphs in this answer */
            limit: number;
            /** @description Number of entries skipped before this page */
            offset: number;
            /** @description The paragraphs of this page, in reading order */
            paragraphs: {
                /** @description Id of the paragraph */
                paragraph: string;
                /** @description The nearest wording in each other report, earliest first */
                nearest: {
                    /** @description Id of the report */
                    report: string;
                    /** @description Year of the report; null if unknown */
                    year: number | null;
                    /** @description Id of the paragraph */
                    paragraph: string;
                    /** @description Twice the length of the longest common subsequence of words, divided by the words of both sides, 0 to 1 */
                    similarity: number;
                    /**
                     * @description Kind of change
                     * @enum {string}
                     */
                    change: "identical" | "orthographic" | "details" | "reworded" | "split" | "merged" | "added" | "removed";
                    /** @description Punctuation or brackets between the same words differ */
                    punctuation: boolean;
                    /** @description The difference may only be a misreading */
                    doubtful: boolean;
                    /** @description The parts of both sides in order, equal and different; either side can be put together from them */
                    diff: components["schemas"]["DiffPart"][];
                    /** @description How the operative verb changed, if it did */
                    strength?: components["schemas"]["Strength"];
                    /** @description The qualifiers that were added or removed, if any */
                    qualifiers?: components["schemas"]["Qualifiers"];
                }[];
            }[];
            /** @description What was counted, and what could not be */
            scope: components["schemas"]["Scope"];
        };
        DiffPart: {
            /**
             * @description What happened to these words from `base` to `other`
             * @enum {string}
             */
            op: "equal" | "insert" | "delete" | "replace";
            /** @description The words of `base`; null if words were inserted */
            base: {
                /** @description Id of the paragraph */
                paragraph: string;
                /** @description Start: UTF-16 offset into the text */
                start: number;
                /** @description End of the part, exclusive: UTF-16 offset into the paragraph */
                end: number;
                /** @description The words themselves; only with `include=text` */
                text?: string;
            } | null;
            /** @description The words of `other`; null if words were deleted */
            other: {
                /** @description Id of the paragraph */
                paragraph: string;
                /** @description Start: UTF-16 offset into the text */
                start: number;
                /** @description End, exclusive: UTF-16 offset into the text */
                end: number;
                /** @description The words themselves; only with `include=text` */
                text?: string;
            } | null;
            /** @description On a replacement, the letters that differ */
            inner?: {
                /** @description Ranges of letters in `base` */
                base: number[][];
                /** @description Ranges of letters in `other` */
                other: number[][];
            };
            /** @description The reading of all its words on one side is uncertain, or, for an insertion or deletion, that of a word next to the gap on the other side */
            doubtful: boolean;
        };
        /** @description Only if operative verbs listed in config/strength.json differ */
        Strength: {
            /** @description The operative verb before */
            from: string;
            /** @description The operative verb now */
            to: string;
            /**
             * @description Whether the wording became stronger or weaker
             * @enum {string}
             */
            direction: "stronger" | "weaker" | "same";
        };
        /** @description Only if listed qualifiers differ */
        Qualifiers: {
            /** @description Qualifiers that were added */
            added: string[];
            /** @description Qualifiers that were removed */
            removed: string[];
        };
        Precedents: {
            /** @description The wording the question is about */
            anchor: {
                /** @description The words as printed in the report */
                text: string;
                /** @description Id of the paragraph */
                paragraph: string | null;
                /** @description Id of the report */
                report: string | null;
            };
            /** @description Where the text occurs word for word (folded); complete, whatever `limit` is */
            verbatim: {
                /** @description Number of occurrences */
                occurrences: number;
                /** @description Earliest report first, each with its first occurrence */
                reports: {
                    /** @description Id of the report */
                    report: string;
                    /** @description Year of the report; null if unknown */
                    year: number | null;
                    /** @description Id of the paragraph */
                    paragraph: string;
                    /** @description The paragraph's printed number */
                    number: number | null;
                    /** @description What is printed before the paragraph */
                    label: string | null;
                    /** @description `main`, or the annex in which the number counts */
                    part: string;
                    /** @description Start: UTF-16 offset into the text */
                    start: number;
                    /** @description End, exclusive: UTF-16 offset into the text */
                    end: number;
                    /** @description The words of the passage */
                    text: string;
                    /** @description What comes before it in the sentence */
                    before: string;
                    /** @description What comes after it in the sentence */
                    after: string;
                    /** @description Number of occurrences */
                    occurrences: number;
                }[];
                /** @description The earliest report that contains it; null if none does */
                first: {
                    /** @description Id of the report */
                    report: string;
                    /** @description Year of the report; null if unknown */
                    year: number | null;
                } | null;
                /** @description The latest report that contains it; null if none does */
                last: {
                    /** @description Id of the report */
                    report: string;
                    /** @description Year of the report; null if unknown */
                    year: number | null;
                } | null;
            };
            /** @description Best match first */
            hits: {
                /** @description Id of the report */
                report: string;
                /** @description Year of the report; null if unknown */
                year: number | null;
                /** @description Id of the paragraph */
                paragraph: string;
                /** @description The paragraph's printed number */
                number: number | null;
                /** @description What is printed before the paragraph */
                label: string | null;
                /** @description `main`, or the annex in which the number counts */
                part: string;
                /** @description Start: UTF-16 offset into the text */
                start: number;
                /** @description End, exclusive: UTF-16 offset into the text */
                end: number;
                /** @description The words of the passage */
                text: string;
                /** @description What comes before it in the sentence */
                before: string;
                /** @description What comes after it in the sentence */
                after: string;
                /** @description Twice the length of the longest common subsequence of words, divided by the words of both sides, 0 to 1 */
                similarity: number;
                /**
                 * @description Kind of change
                 * @enum {string}
                 */
                change: "identical" | "orthographic" | "details" | "reworded" | "split" | "merged" | "added" | "removed";
                /** @description Punctuation or brackets between the same words differ */
                punctuation: boolean;
                /** @description The difference may only be a misreading */
                doubtful: boolean;
                /** @description The parts of both sides in order, equal and different; either side can be put together from them */
                diff: components["schemas"]["DiffPart"][];
                /** @description How the operative verb changed, if it did */
                strength?: components["schemas"]["Strength"];
                /** @description The qualifiers that were added or removed, if any */
                qualifiers?: components["schemas"]["Qualifiers"];
            }[];
            /** @description What was counted, and what could not be */
            scope: components["schemas"]["Scope"];
        };
        SearchAnswer: {
            /** @description The query as understood */
            query: {
                /** @description The query as sent */
                q: string;
                /**
                 * @description The match profile that was used
                 * @enum {string}
                 */
                match: "exact" | "folded" | "stem";
                /** @description The words and phrases of the query */
                terms: string[];
            };
            /** @description Number of matching paragraphs */
            total: number;
            /** @description With group=text: number of different texts */
            groups?: number;
            /** @description Best match first */
            hits: components["schemas"]["SearchHit"][];
            /** @description Matching paragraphs by year, report, series, body and kind; exact counts */
            facets: {
                /** @description By year */
                year: {
                    [key: string]: number;
                };
                /** @description By report */
                report: {
                    [key: string]: number;
                };
                /** @description By series */
                series: {
                    [key: string]: number;
                };
                /** @description By body */
                body: {
                    [key: string]: number;
                };
                /** @description By kind of paragraph */
                kind: {
                    [key: string]: number;
                };
                /** @description With sections=true: by the outermost heading above, most paragraphs first; headings that differ only in spelling are one */
                section?: {
                    [key: string]: number;
                };
            };
            /** @description The count under each match profile */
            also: {
                /** @description The count under the profile `exact` */
                exact: number;
                /** @description The count under the profile `folded` */
                folded: number;
                /** @description The count under the profile `stem` */
                stem: number;
            };
            /** @description Other spellings of the query that have hits; only if this one has none */
            suggestions: string[];
            /**
             * @description The search engine that ranked the hits
             * @enum {string}
             */
            engine: "embedded" | "meilisearch" | "opensearch";
            /** @description True if the search server is down and the embedded engine ranked instead */
            degraded: boolean;
            /** @description Time taken, in milliseconds */
            took_ms: number;
            /** @description What was counted, and what could not be */
            scope: components["schemas"]["Scope"];
        };
        SearchHit: {
            /** @description Id of the paragraph */
            paragraph: components["schemas"]["Paragraph"];
            /** @description Id of the report */
            report: {
                /** @description Id, as used in URLs */
                id: string;
                /** @description The symbol as printed */
                symbol: string;
                /** @description Year of the report; null if unknown */
                year: number | null;
            };
            /** @description How well the paragraph matches the query; comparable within one answer only */
            score: number;
            /** @description Where the words of the query occur in the text */
            highlights: number[][];
            /** @description With group=text: every matching paragraph with these words, dated reports first */
            places?: components["schemas"]["SearchPlace"][];
        };
        SearchPlace: {
            /** @description Id of the paragraph */
            paragraph: string;
            /** @description Id of the report */
            report: {
                /** @description Id, as used in URLs */
                id: string;
                /** @description The symbol as printed */
                symbol: string;
                /** @description Year of the report; null if unknown */
                year: number | null;
            };
            /** @description The printed number */
            number: number | null;
            /** @description What is printed before the text */
            label: string | null;
            /** @description `main`, or the annex */
            part: string;
        };
        PhraseAnswer: {
            /** @description The phrase as understood */
            phrase: {
                /** @description The words as printed in the report */
                text: string;
                /** @description Its words in the form used for comparison */
                tokens: string[];
            };
            /** @description Number of occurrences */
            occurrences: number;
            /** @description Number of paragraphs */
            paragraphs: number;
            /** @description Number of reports */
            reports: number;
            /** @description The earliest report that contains it; null if none does */
            first: {
                /** @description Id of the report */
                report: string;
                /** @description Year of the report; null if unknown */
                year: number | null;
            } | null;
            /** @description The latest report that contains it; null if none does */
            last: {
                /** @description Id of the report */
                report: string;
                /** @description Year of the report; null if unknown */
                year: number | null;
            } | null;
            /** @description Occurrences in each report, earliest report first */
            by_report: {
                /** @description Id of the report */
                report: string;
                /** @description The symbol as printed */
                symbol: string;
                /** @description Year of the report; null if unknown */
                year: number | null;
                /** @description Number of occurrences */
                occurrences: number;
                /** @description Occurrences per 10,000 words */
                per_10k_words: number;
                /** @description Lower and upper end of the 95 % interval (Wilson, 1927) */
                interval: number[];
            }[];
            /** @description Occurrences in each year, earliest first */
            by_year: {
                /** @description Year of the report; null if unknown */
                year: number | null;
                /** @description Number of occurrences */
                occurrences: number;
                /** @description Number of reports */
                reports: number;
                /** @description Occurrences per 10,000 words */
                per_10k_words: number;
                /** @description Lower and upper end of the 95 % interval (Wilson, 1927) */
                interval: number[];
            }[];
            /** @description The count under each match profile */
            also: {
                /** @description The count under the profile `exact` */
                exact: number;
                /** @description The count under the profile `folded` */
                folded: number;
                /** @description The count under the profile `stem` */
                stem: number;
            };
            /** @description Words before, in reading order */
            before: {
                /** @description In its most common printed form here */
                word: string;
                /** @description Number of occurrences of the phrase with this word in that position */
                count: number;
                /** @description With order=association: log-likelihood ratio (Dunning, 1993) of the word in that position against the rest of the scope; negative if it is rarer there */
                association?: number;
            }[];
            /** @description Words after, in reading order */
            after: {
                /** @description In its most common printed form here */
                word: string;
                /** @description Number of occurrences of the phrase with this word in that position */
                count: number;
                /** @description With order=association: log-likelihood ratio (Dunning, 1993) of the word in that position against the rest of the scope; negative if it is rarer there */
                association?: number;
            }[];
            /** @description The sample that the concordance shows; null if it shows all occurrences */
            sample: {
                /** @description The size, as requested */
                size: number;
                /** @description The seed, as requested */
                seed: number;
            } | null;
            /** @description Occurrences with the text around them; `limit` and `offset` page this list */
            concordance: components["schemas"]["ConcordanceLine"][];
            /** @description What was counted, and what could not be */
            scope: components["schemas"]["Scope"];
        };
        ConcordanceLine: {
            /** @description Id of the paragraph */
            paragraph: string;
            /** @description Id of the report */
            report: string;
            /** @description Year of the report; null if unknown */
            year: number | null;
            /** @description Start: UTF-16 offset into the text */
            start: number;
            /** @description End, exclusive: UTF-16 offset into the text */
            end: number;
            /** @description Text before the occurrence */
            before: string;
            /** @description The occurrence as printed in the report */
            keyword: string;
            /** @description Text after the occurrence */
            after: string;
        };
        ThreadsAnswer: {
            /** @description The phrase as understood */
            phrase: {
                /** @description The words as printed in the report */
                text: string;
                /** @description Its words in the form used for comparison */
                tokens: string[];
            };
            /** @description Number of occurrences */
            occurrences: number;
            /** @description Number of threads */
            total: number;
            /** @description Maximum number of entries on a page */
            limit: number;
            /** @description Number of entries skipped before this page */
            offset: number;
            /** @description Those in most reports first, then those with most occurrences, then the earliest */
            threads: components["schemas"]["Thread"][];
            /** @description If the phrase does not occur: the nearest sentences by its rarer words, nearest first */
            near: {
                /** @description Id of the report */
                report: string;
                /** @description Year of the report; null if unknown */
                year: number | null;
                /** @description Id of the paragraph */
                paragraph: string;
                /** @description The paragraph's printed number */
                number: number | null;
                /** @description What is printed before the paragraph */
                label: string | null;
                /** @description `main`, or the annex in which the number counts */
                part: string;
                /** @description UTF-16 offset into the paragraph's text */
                start: number;
                /** @description End, exclusive: UTF-16 offset into the text */
                end: number;
                /** @description The words as printed in the report */
                text: string;
                /** @description The phrase's words that occur in it */
                shared: string[];
                /** @description Share of the phrase's content that these words make up, 0 to 1; rare words count more than common ones */
                share: number;
                /** @description Number of sentences with the same words; the first is given */
                times: number;
            }[];
            /** @description What was counted, and what could not be */
            scope: components["schemas"]["Scope"];
        };
        Thread: {
            /** @description The latest version's text */
            text: string;
            /** @description Occurrences of the phrase; those of all threads add up to the total */
            occurrences: number;
            /** @description Number of reports with a version */
            reports: number;
            /** @description Number of different wordings (folded) */
            wordings: number;
            /** @description The earliest report that contains it; null if none does */
            first: {
                /** @description Id of the report */
                report: string;
                /** @description Year of the report; null if unknown */
                year: number | null;
            };
            /** @description The latest report that contains it; null if none does */
            last: {
                /** @description Id of the report */
                report: string;
                /** @description Year of the report; null if unknown */
                year: number | null;
            };
            /** @description One for each report, earliest first */
            versions: components["schemas"]["ThreadVersion"][];
            /** @description The words that all versions share and what varies between; null beyond 50 wordings */
            template: ({
                /**
                 * @description A shared word, or a slot
                 * @enum {string}
                 */
                type: "word";
                /** @description The words as printed in the report */
                text: string;
            } | {
                /**
                 * @description A shared word, or a slot
                 * @enum {string}
                 */
                type: "slot";
                /** @description What each version says here */
                values: {
                    /** @description Id of the report */
                    report: string;
                    /** @description The words as printed in the report */
                    text: string;
                }[];
            })[] | null;
            /** @description The reports of the scope and of the thread's series that have no version of it */
            gaps: {
                /** @description Id of the report */
                report: string;
                /** @description Year of the report; null if unknown */
                year: number | null;
                /** @description What the report says instead; null if nothing is similar */
                instead: components["schemas"]["Instead"];
            }[];
        };
        ThreadVersion: {
            /** @description Id of the report */
            report: string;
            /** @description Year of the report; null if unknown */
            year: number | null;
            /** @description Id of the paragraph */
            paragraph: string;
            /** @description The paragraph's printed number */
            number: number | null;
            /** @description What is printed before the paragraph */
            label: string | null;
            /** @description `main`, or the annex in which the number counts */
            part: string;
            /** @description UTF-16 offset into the paragraph's text */
            start: number;
            /** @description End, exclusive: UTF-16 offset into the text */
            end: number;
            /** @description The words as printed in the report */
            text: string;
            /** @description To the previous version; null for the first */
            similarity: number | null;
            /**
             * @description Compared with the previous version; null for the first
             * @enum {string|null}
             */
            change: "identical" | "orthographic" | "details" | "reworded" | "split" | "merged" | "added" | "removed" | null;
            /** @description Punctuation or brackets between the same words differ */
            punctuation: boolean | null;
            /** @description The difference may only be a misreading */
            doubtful: boolean | null;
            /** @description Compared with the previous version (its `base`); empty for the first */
            diff: components["schemas"]["DiffPart"][];
            /** @description How the operative verb changed, if it did */
            strength?: components["schemas"]["Strength"];
            /** @description The qualifiers that were added or removed, if any */
            qualifiers?: components["schemas"]["Qualifiers"];
            /** @description Passages of the same report with the same folded words */
            also: {
                /** @description Id of the paragraph */
                paragraph: string;
                /** @description The paragraph's printed number */
                number: number | null;
                /** @description What is printed before the paragraph */
                label: string | null;
                /** @description `main`, or the annex in which the number counts */
                part: string;
                /** @description UTF-16 offset into the paragraph's text */
                start: number;
                /** @description End, exclusive: UTF-16 offset into the text */
                end: number;
                /** @description The words as printed in the report */
                text: string;
            }[];
        };
        /** @description The report's sentence most similar to the previous version (before the first version: to the first), at least half alike and in no thread of this answer; it is not counted */
        Instead: {
            /** @description Id of the paragraph */
            paragraph: string;
            /** @description The paragraph's printed number */
            number: number | null;
            /** @description What is printed before the paragraph */
            label: string | null;
            /** @description `main`, or the annex in which the number counts */
            part: string;
            /** @description UTF-16 offset into the paragraph's text */
            start: number;
            /** @description End, exclusive: UTF-16 offset into the text */
            end: number;
            /** @description The words as printed in the report */
            text: string;
            /** @description Twice the length of the longest common subsequence of words, divided by the words of both sides, 0 to 1 */
            similarity: number;
            /**
             * @description Kind of change
             * @enum {string}
             */
            change: "identical" | "orthographic" | "details" | "reworded" | "split" | "merged" | "added" | "removed";
            /** @description Punctuation or brackets between the same words differ */
            punctuation: boolean;
            /** @description The difference may only be a misreading */
            doubtful: boolean;
            /** @description The parts of both sides in order, equal and different; either side can be put together from them */
            diff: components["schemas"]["DiffPart"][];
            /** @description How the operative verb changed, if it did */
            strength?: components["schemas"]["Strength"];
            /** @description The qualifiers that were added or removed, if any */
            qualifiers?: components["schemas"]["Qualifiers"];
        } | null;
        TrendsAnswer: {
            /** @description One for each phrase, in the order requested */
            trends: {
                /** @description The phrase as understood */
                phrase: {
                    /** @description The words as printed in the report */
                    text: string;
                    /** @description Its words in the form used for comparison */
                    tokens: string[];
                };
                /** @description One for each year, earliest first */
                points: {
                    /** @description Year of the report; null if unknown */
                    year: number;
                    /** @description null if the scope has no report of that year */
                    occurrences: number | null;
                    /** @description Number of words */
                    words: number;
                    /** @description Occurrences per 10,000 words */
                    per_10k_words: number | null;
                    /** @description Lower and upper end of the 95 % interval (Wilson, 1927) */
                    interval: number[] | null;
                    /** @description Number of reports that contain it */
                    reports_with: number | null;
                    /** @description 95 % interval (Wilson, 1927) of the share of reports that contain it, 0 to 1 */
                    reports_interval: number[] | null;
                    /** @description Number of reports */
                    reports: number;
                }[];
                /** @description Reports of the scope without a year, which are in no point */
                undated: {
                    /** @description Number of occurrences */
                    occurrences: number;
                    /** @description Number of words */
                    words: number;
                    /** @description Number of reports that contain it */
                    reports_with: number;
                    /** @description Number of reports */
                    reports: number;
                };
            }[];
            /** @description What was counted, and what could not be */
            scope: components["schemas"]["Scope"];
        };
        Comparison: {
            /** @description The report to compare from */
            base: {
                /** @description Id, as used in URLs */
                id: string;
                /** @description The symbol as printed */
                symbol: string;
                /** @description Year of the report; null if unknown */
                year: number | null;
            };
            /** @description The report to compare to */
            other: {
                /** @description Id, as used in URLs */
                id: string;
                /** @description The symbol as printed */
                symbol: string;
                /** @description Year of the report; null if unknown */
                year: number | null;
            };
            /** @description Number of changes of each kind */
            summary: {
                /** @description Paragraphs with the same words */
                identical: number;
                /** @description Paragraphs that differ only in spelling */
                orthographic: number;
                /** @description Paragraphs in which only numbers, dates or references differ */
                details: number;
                /** @description Paragraphs that were reworded */
                reworded: number;
                /** @description Paragraphs that became several */
                split: number;
                /** @description Paragraphs that became one */
                merged: number;
                /** @description Paragraphs added */
                added: number;
                /** @description Paragraphs removed */
                removed: number;
                /** @description Paragraphs that are out of order */
                moved: number;
                /** @description Changes that are doubtful, whatever their kind */
                doubtful: number;
                /** @description Similarity of the two reports as wholes, 0 to 1 */
                similarity: number;
            };
            /** @description In the reading order of `other`, with removed paragraphs at their place in `base` */
            changes: components["schemas"]["ParagraphChange"][];
            /** @description What was counted, and what could not be */
            scope: components["schemas"]["Scope"];
        };
        ParagraphChange: {
            /**
             * @description Kind of change
             * @enum {string}
             */
            change: "identical" | "orthographic" | "details" | "reworded" | "split" | "merged" | "added" | "removed";
            /** @description The paragraphs are out of order relative to the others */
            moved: boolean;
            /** @description Punctuation or brackets between the same words differ */
            punctuation: boolean;
            /** @description Every part that differs is doubtful; for `added` and `removed`, half of the words are in doubt */
            doubtful: boolean;
            /** @description Ids of the paragraphs of `base`; empty if they were added */
            base: string[];
            /** @description Ids of the paragraphs of `other`; empty if they were removed */
            other: string[];
            /** @description Twice the length of the longest common subsequence of words, divided by the words of both sides, 0 to 1 */
            similarity: number;
            /** @description The parts of both sides in order, equal and different; either side can be put together from them */
            diff: components["schemas"]["DiffPart"][];
            /** @description How the operative verb changed, if it did */
            strength?: components["schemas"]["Strength"];
            /** @description The qualifiers that were added or removed, if any */
            qualifiers?: components["schemas"]["Qualifiers"];
        };
        Wording: {
            /** @description The wording the question is about */
            anchor: {
                /** @description The words as printed in the report */
                text: string;
                /** @description Id of the paragraph */
                paragraph: string | null;
                /** @description Id of the report */
                report: string | null;
            };
            /** @description One for each report, earliest first */
            versions: components["schemas"]["Version"][];
            /** @description The words that all versions share, with slots where they differ */
            template: ({
                /**
                 * @description A shared word, or a slot
                 * @enum {string}
                 */
                type: "word";
                /** @description The words as printed in the report */
                text: string;
            } | {
                /**
                 * @description A shared word, or a slot
                 * @enum {string}
                 */
                type: "slot";
                /** @description What each version says here */
                values: {
                    /** @description Id of the report */
                    report: string;
                    /** @description The words as printed in the report */
                    text: string;
                }[];
            })[];
            /** @description Number of different wordings (folded) */
            wordings: number;
            /** @description Reports without a version of it */
            gaps: {
                /** @description Id of the report */
                report: string;
                /** @description Year of the report; null if unknown */
                year: number | null;
            }[];
            /** @description What was counted, and what could not be */
            scope: components["schemas"]["Scope"];
        };
        Version: {
            /** @description Id of the report */
            report: string;
            /** @description Year of the report; null if unknown */
            year: number | null;
            /** @description Id of the paragraph */
            paragraph: string | null;
            /** @description Start: UTF-16 offset into the text */
            start: number | null;
            /** @description End, exclusive: UTF-16 offset into the text */
            end: number | null;
            /** @description The words as printed in the report */
            text: string | null;
            /** @description Twice the length of the longest common subsequence of words, divided by the words of both sides, 0 to 1 */
            similarity: number | null;
            /**
             * @description Kind of change
             * @enum {string|null}
             */
            change: "identical" | "orthographic" | "details" | "reworded" | "split" | "merged" | "added" | "removed" | null;
            /** @description Punctuation or brackets between the same words differ */
            punctuation: boolean | null;
            /** @description The difference may only be a misreading */
            doubtful: boolean | null;
            /** @description The parts of both sides in order, equal and different; either side can be put together from them */
            diff: components["schemas"]["DiffPart"][];
            /** @description How the operative verb changed, if it did */
            strength?: components["schemas"]["Strength"];
            /** @description The qualifiers that were added or removed, if any */
            qualifiers?: components["schemas"]["Qualifiers"];
        };
        Collation: {
            /** @description The reports, as columns */
            reports: {
                /** @description Id, as used in URLs */
                id: string;
                /** @description The symbol as printed */
                symbol: string;
                /** @description Year of the report; null if unknown */
                year: number | null;
            }[];
            /** @description Corresponding paragraphs, in reading order */
            rows: {
                /** @description One for each report, in the order of `reports`; null if the report has no such paragraph */
                cells: ({
                    /** @description Ids of the paragraphs */
                    paragraphs: string[];
                    /** @description The words as printed in the report */
                    text: string;
                    /**
                     * @description Kind of change
                     * @enum {string|null}
                     */
                    change: "identical" | "orthographic" | "details" | "reworded" | "split" | "merged" | "added" | "removed" | null;
                    /** @description Twice the length of the longest common subsequence of words, divided by the words of both sides, 0 to 1 */
                    similarity: number | null;
                    /** @description The difference may only be a misreading */
                    doubtful: boolean | null;
                    /** @description The parts of both sides in order, equal and different; either side can be put together from them */
                    diff: components["schemas"]["DiffPart"][];
                } | null)[];
            }[];
            /** @description What was counted, and what could not be */
            scope: components["schemas"]["Scope"];
        };
        IngestResult: {
            /** @description Ids of the reports that are new */
            added: string[];
            /** @description Ids of reports that were replaced by a newer reading */
            updated: string[];
            /** @description Ids of reports that were already there with the same content */
            unchanged: string[];
            /** @description Reports that got another id; the former id still works */
            renamed: {
                /** @description Before */
                from: string;
                /** @description After */
                to: string;
            }[];
            /** @description Files that could not be read, with the reason and what to do */
            failed: {
                /** @description Name of the file that was read */
                file: string;
                /** @description Stable, for programs */
                code: string;
                /** @description For people: what is wrong and what to do */
                message: string;
            }[];
            /** @description What to know before relying on the text */
            warnings: {
                /** @description Id of the report */
                report: string;
                /** @description Stable, for programs */
                code: string;
                /** @description For people: what is wrong and what to do */
                message: string;
            }[];
            /** @description Time taken, in milliseconds */
            took_ms: number;
        };
        State: {
            /** @description The collection can be read */
            ready: boolean;
            /** @description The state of the collection that answers; every change adds one */
            epoch: number;
            /** @description The newest state, for which the indexes may still be being built */
            store_epoch: number;
            /** @description Number of reports */
            reports: number;
            /** @description Number of paragraphs */
            paragraphs: number;
            /** @description Number of words */
            words: number;
            /** @description The search engine; the server is ready without it, but ranking is simpler */
            engine: {
                /**
                 * @description Its name
                 * @enum {string}
                 */
                name: "embedded" | "meilisearch" | "opensearch";
                /** @description Whether it answers; searches also work without it */
                ok: boolean;
                /** @description The state of the collection up to which it is indexed; null if unknown */
                epoch: number | null;
                /** @description What is wrong with it and what to do */
                message?: string;
            };
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
    series: {
        parameters: {
            query?: {
                /** @description How many entries to return at most */
                limit?: number;
                /** @description How many entries to skip first */
                offset?: number;
                /** @description The form of the answer: json (application/json), csv (text/csv), jsonl (application/jsonl). csv and jsonl give flat rows, one for each change, span, version or occurrence, with its text and printed number (for a plain list, a line is the whole item); in csv, text that a spreadsheet would run as a formula starts with an apostrophe. As in JSON, limit and offset select a page of the list: the header X-Total-Count gives the number of entries, and Link (rel="next") leads to the next page */
                format?: "json" | "csv" | "jsonl";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The series, with each meeting as ingested or missing; `format` selects another form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Number of entries on all pages together */
                        total: number;
                        /** @description Maximum number of entries on a page */
                        limit: number;
                        /** @description Number of entries skipped before this page */
                        offset: number;
                        /** @description The entries of this page */
                        items: components["schemas"]["Series"][];
                    };
                    "text/csv": string;
                    "application/jsonl": string;
                };
            };
        };
    };
    reports: {
        parameters: {
            query?: {
                /** @description Only reports in this language; all means every language. By default the named report's language; ar for a query with Arabic letters, otherwise all */
                language?: string;
                /** @description Only reports in this series */
                series?: string;
                /** @description Only these reports (repeatable) */
                report?: string[];
                /** @description Only reports of this body */
                body?: string;
                /** @description Only reports from this year on */
                year_from?: number;
                /** @description Only reports up to this year */
                year_to?: number;
                /** @description Only reports with this warning code (repeatable); any means any warning */
                warning?: string[];
                /** @description How many entries to return at most */
                limit?: number;
                /** @description How many entries to skip first */
                offset?: number;
                /** @description The form of the answer: json (application/json), csv (text/csv), jsonl (application/jsonl). csv and jsonl give flat rows, one for each change, span, version or occurrence, with its text and printed number (for a plain list, a line is the whole item); in csv, text that a spreadsheet would run as a formula starts with an apostrophe. As in JSON, limit and offset select a page of the list: the header X-Total-Count gives the number of entries, and Link (rel="next") leads to the next page */
                format?: "json" | "csv" | "jsonl";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reports, oldest first; `format` selects another form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Number of entries on all pages together */
                        total: number;
                        /** @description Maximum number of entries on a page */
                        limit: number;
                        /** @description Number of entries skipped before this page */
                        offset: number;
                        /** @description The entries of this page */
                        items: components["schemas"]["Report"][];
                    };
                    "text/csv": string;
                    "application/jsonl": string;
                };
            };
        };
    };
    addReport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description The symbol, with at least one letter or digit; the report's id is made from it */
                    symbol?: string;
                    /** @description The report's title */
                    title?: string;
                    /** @description Day of the meeting, as an ISO date; or first and last day with a slash between them */
                    date?: string;
                    /** @description Year of the meeting */
                    year?: number;
                    /** @description Series of the report; it need not be in the catalogue */
                    series?: string;
                    /** @description The body that met */
                    body?: string;
                    /** @description Two-letter code */
                    language?: string;
                    /**
                     * @description yes: count its words even though little of it could be read; no: leave it out of every count
                     * @enum {string}
                     */
                    readable?: "yes" | "no";
                    /**
                     * @description Store the same file again under another symbol
                     * @default no
                     * @enum {string}
                     */
                    allow_duplicates?: "yes" | "no";
                    /**
                     * @description Which text to read if a file has a damaged and a clean one
                     * @default auto
                     * @enum {string}
                     */
                    layer?: "auto" | "visual" | "logical";
                    /**
                     * Format: binary
                     * @description The file: .txt .pdf .docx .doc .odt or .html
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IngestResult"];
                };
            };
        };
    };
    report: {
        parameters: {
            query?: {
                /** @description With its paragraphs instead of their count */
                paragraphs?: boolean;
            };
            header?: never;
            path: {
                /** @description A report's id, or its symbol */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportWithParagraphs"] | components["schemas"]["Report"];
                };
            };
        };
    };
    removeReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A report's id, or its symbol */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Id of the removed report */
                        removed: string;
                    };
                };
            };
        };
    };
    reportParagraphs: {
        parameters: {
            query?: {
                /** @description Only the paragraph with this printed number */
                number?: number;
                /** @description Only paragraphs of this part: main, or an annex such as المرفق الأول */
                part?: string;
                /** @description Only paragraphs of this kind */
                kind?: "title" | "heading" | "paragraph" | "item" | "footnote" | "table" | "other";
                /** @description Only paragraphs under a heading that contains these words */
                section?: string;
                /** @description How many entries to return at most */
                limit?: number;
                /** @description How many entries to skip first */
                offset?: number;
                /** @description The form of the answer: json (application/json), csv (text/csv), jsonl (application/jsonl). csv and jsonl give flat rows, one for each change, span, version or occurrence, with its text and printed number (for a plain list, a line is the whole item); in csv, text that a spreadsheet would run as a formula starts with an apostrophe. As in JSON, limit and offset select a page of the list: the header X-Total-Count gives the number of entries, and Link (rel="next") leads to the next page */
                format?: "json" | "csv" | "jsonl";
            };
            header?: never;
            path: {
                /** @description A report's id, or its symbol */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A report's paragraphs in reading order; `format` selects another form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Number of entries on all pages together */
                        total: number;
                        /** @description Maximum number of entries on a page */
                        limit: number;
                        /** @description Number of entries skipped before this page */
                        offset: number;
                        /** @description The entries of this page */
                        items: components["schemas"]["Paragraph"][];
                    };
                    "text/csv": string;
                    "application/jsonl": string;
                };
            };
        };
    };
    reportRepairs: {
        parameters: {
            query?: {
                /** @description How many entries to return at most */
                limit?: number;
                /** @description How many entries to skip first */
                offset?: number;
                /** @description The form of the answer: json (application/json), csv (text/csv), jsonl (application/jsonl). csv and jsonl give flat rows, one for each change, span, version or occurrence, with its text and printed number (for a plain list, a line is the whole item); in csv, text that a spreadsheet would run as a formula starts with an apostrophe. As in JSON, limit and offset select a page of the list: the header X-Total-Count gives the number of entries, and Link (rel="next") leads to the next page */
                format?: "json" | "csv" | "jsonl";
            };
            header?: never;
            path: {
                /** @description A report's id, or its symbol */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every repaired word of a report, with the letters in the file; `format` selects another form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Number of entries on all pages together */
                        total: number;
                        /** @description Maximum number of entries on a page */
                        limit: number;
                        /** @description Number of entries skipped before this page */
                        offset: number;
                        /** @description The entries of this page */
                        items: components["schemas"]["Repair"][];
                    };
                    "text/csv": string;
                    "application/jsonl": string;
                };
            };
        };
    };
    reportReferences: {
        parameters: {
            query?: {
                /** @description Only references of this type */
                type?: "resolution" | "decision" | "document" | "agenda_item" | "paragraph" | "treaty";
                /** @description How many entries to return at most */
                limit?: number;
                /** @description How many entries to skip first */
                offset?: number;
                /** @description The form of the answer: json (application/json), csv (text/csv), jsonl (application/jsonl). csv and jsonl give flat rows, one for each change, span, version or occurrence, with its text and printed number (for a plain list, a line is the whole item); in csv, text that a spreadsheet would run as a formula starts with an apostrophe. As in JSON, limit and offset select a page of the list: the header X-Total-Count gives the number of entries, and Link (rel="next") leads to the next page */
                format?: "json" | "csv" | "jsonl";
            };
            header?: never;
            path: {
                /** @description A report's id, or its symbol */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What one report cites, most cited first; `format` selects another form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Number of entries on all pages together */
                        total: number;
                        /** @description Maximum number of entries on a page */
                        limit: number;
                        /** @description Number of entries skipped before this page */
                        offset: number;
                        /** @description The entries of this page */
                        items: components["schemas"]["CitedText"][];
                    };
                    "text/csv": string;
                    "application/jsonl": string;
                };
            };
        };
    };
    reportRecurring: {
        parameters: {
            query?: {
                /** @description Minimum number of words in a phrase */
                min_words?: number;
                /** @description Minimum number of reports that contain it */
                min_reports?: number;
                /** @description Which phrases are listed: maximal or closed */
                view?: "maximal" | "closed";
                /** @description Order of the phrases: longest (default), reports, distinctive or first */
                order?: "longest" | "reports" | "distinctive" | "first";
                /** @description Only phrases that return after an absence */
                returns?: boolean;
                /** @description What else to include: text, occurrences (repeatable or comma-separated) */
                include?: ("text" | "occurrences")[];
                /** @description Compare with these reports instead of the series (repeatable) */
                with?: string[];
                /** @description Only reports in this language; all means every language. By default the named report's language; ar for a query with Arabic letters, otherwise all */
                language?: string;
                /** @description Only reports in this series */
                series?: string;
                /** @description Only reports of this body */
                body?: string;
                /** @description Only reports from this year on */
                year_from?: number;
                /** @description Only reports up to this year */
                year_to?: number;
                /** @description Only paragraphs of this kind */
                kind?: "title" | "heading" | "paragraph" | "item" | "footnote" | "table" | "other";
                /** @description Only paragraphs under a heading that contains these words */
                section?: string;
                /** @description How many entries to return at most */
                limit?: number;
                /** @description How many entries to skip first */
                offset?: number;
                /** @description The form of the answer: json (application/json), csv (text/csv), jsonl (application/jsonl). csv and jsonl give flat rows, one for each change, span, version or occurrence, with its text and printed number (for a plain list, a line is the whole item); in csv, text that a spreadsheet would run as a formula starts with an apostrophe. As in JSON, limit and offset select a page of the list: the header X-Total-Count gives the number of entries, and Link (rel="next") leads to the next page */
                format?: "json" | "csv" | "jsonl";
            };
            header?: never;
            path: {
                /** @description A report's id, or its symbol */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The phrases that a report shares with the others of its series; `format` selects another form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recurring"];
                    "text/csv": string;
                    "application/jsonl": string;
                };
            };
        };
    };
    reportDropped: {
        parameters: {
            query?: {
                /** @description Minimum number of words in a phrase */
                min_words?: number;
                /** @description How many of the preceding reports must all contain it */
                min_reports?: number;
                /** @description Compare with these reports instead of the series (repeatable) */
                with?: string[];
                /** @description Only reports in this language; all means every language. By default the named report's language; ar for a query with Arabic letters, otherwise all */
                language?: string;
                /** @description Only reports in this series */
                series?: string;
                /** @description Only reports of this body */
                body?: string;
                /** @description Only reports from this year on */
                year_from?: number;
                /** @description Only reports up to this year */
                year_to?: number;
                /** @description Only paragraphs of this kind */
                kind?: "title" | "heading" | "paragraph" | "item" | "footnote" | "table" | "other";
                /** @description Only paragraphs under a heading that contains these words */
                section?: string;
                /** @description How many entries to return at most */
                limit?: number;
                /** @description How many entries to skip first */
                offset?: number;
                /** @description The form of the answer: json (application/json), csv (text/csv), jsonl (application/jsonl). csv and jsonl give flat rows, one for each change, span, version or occurrence, with its text and printed number (for a plain list, a line is the whole item); in csv, text that a spreadsheet would run as a formula starts with an apostrophe. As in JSON, limit and offset select a page of the list: the header X-Total-Count gives the number of entries, and Link (rel="next") leads to the next page */
                format?: "json" | "csv" | "jsonl";
            };
            header?: never;
            path: {
                /** @description A report's id, or its symbol */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Phrases that earlier reports share and a report dropped; `format` selects another form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dropped"];
                    "text/csv": string;
                    "application/jsonl": string;
                };
            };
        };
    };
    reportNovelty: {
        parameters: {
            query?: {
                /** @description Minimum number of words in a phrase */
                min_words?: number;
                /** @description What else to include: text (repeatable or comma-separated) */
                include?: "text"[];
                /** @description Compare with these reports instead of the series (repeatable) */
                with?: string[];
                /** @description Only reports in this language; all means every language. By default the named report's language; ar for a query with Arabic letters, otherwise all */
                language?: string;
                /** @description Only reports in this series */
                series?: string;
                /** @description Only reports of this body */
                body?: string;
                /** @description Only reports from this year on */
                year_from?: number;
                /** @description Only reports up to this year */
                year_to?: number;
                /** @description Only paragraphs of this kind */
                kind?: "title" | "heading" | "paragraph" | "item" | "footnote" | "table" | "other";
                /** @description Only paragraphs under a heading that contains these words */
                section?: string;
                /** @description The form of the answer: json (application/json), csv (text/csv), jsonl (application/jsonl). csv and jsonl give flat rows, one for each change, span, version or occurrence, with its text and printed number (for a plain list, a line is the whole item); in csv, text that a spreadsheet would run as a formula starts with an apostrophe. As in JSON, limit and offset select a page of the list: the header X-Total-Count gives the number of entries, and Link (rel="next") leads to the next page */
                format?: "json" | "csv" | "jsonl";
            };
            header?: never;
            path: {
                /** @description A report's id, or its symbol */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a report says for the first time, and when the rest was first said; `format` selects another form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Novelty"];
                    "text/csv": string;
                    "application/jsonl": string;
                };
            };
        };
    };
    reportVariants: {
        parameters: {
            query?: {
                /** @description Compare with these reports instead of the series (repeatable) */
                with?: string[];
                /** @description Only these paragraphs of the report, by their ids (repeatable) */
                paragraph?: string[];
                /** @description Minimum similarity, from 0 to 1 */
                min_similarity?: number;
                /** @description Include doubtful changes */
                doubtful?: boolean;
                /** @description What else to include: text (repeatable or comma-separated) */
                include?: "text"[];
                /** @description Only reports in this language; all means every language. By default the named report's language; ar for a query with Arabic letters, otherwise all */
                language?: string;
                /** @description Only reports in this series */
                series?: string;
                /** @description Only reports of this body */
                body?: string;
                /** @description Only reports from this year on */
                year_from?: number;
                /** @description Only reports up to this year */
                year_to?: number;
                /** @description Only paragraphs of this kind */
                kind?: "title" | "heading" | "paragraph" | "item" | "footnote" | "table" | "other";
                /** @description Only paragraphs under a heading that contains these words */
                section?: string;
                /** @description How many entries to return at most */
                limit?: number;
                /** @description How many entries to skip first */
                offset?: number;
                /** @description The form of the answer: json (application/json), csv (text/csv), jsonl (application/jsonl). csv and jsonl give flat rows, one for each change, span, version or occurrence, with its text and printed number (for a plain list, a line is the whole item); in csv, text that a spreadsheet would run as a formula starts with an apostrophe. As in JSON, limit and offset select a page of the list: the header X-Total-Count gives the number of entries, and Link (rel="next") leads to the next page */
                format?: "json" | "csv" | "jsonl";
            };
            header?: never;
            path: {
                /** @description A report's id, or its symbol */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For each paragraph, its nearest wording in every other report of the series, with what differs; `format` selects another form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Variants"];
                    "text/csv": string;
                    "application/jsonl": string;
                };
            };
        };
    };
    paragraph: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A paragraph's id: report:ordinal */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One paragraph */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Paragraph"];
                };
            };
        };
    };
    paragraphSimilar: {
        parameters: {
            query?: {
                /** @description Minimum similarity, from 0 to 1 */
                min_similarity?: number;
                /** @description The former name of min_similarity */
                least?: number;
                /** @description Whether `hits` includes paragraphs that contain the text word for word; `verbatim` counts them in any case */
                verbatim?: boolean;
                /** @description Only reports in this language; all means every language. By default the named report's language; ar for a query with Arabic letters, otherwise all */
                language?: string;
                /** @description Only reports in this series */
                series?: string;
                /** @description Only these reports (repeatable) */
                report?: string[];
                /** @description Only reports of this body */
                body?: string;
                /** @description Only reports from this year on */
                year_from?: number;
                /** @description Only reports up to this year */
                year_to?: number;
                /** @description How many entries to return at most */
                limit?: number;
                /** @description The form of the answer: json (application/json), csv (text/csv), jsonl (application/jsonl). csv and jsonl give flat rows, one for each change, span, version or occurrence, with its text and printed number (for a plain list, a line is the whole item); in csv, text that a spreadsheet would run as a formula starts with an apostrophe. As in JSON, limit and offset select a page of the list: the header X-Total-Count gives the number of entries, and Link (rel="next") leads to the next page */
                format?: "json" | "csv" | "jsonl";
            };
            header?: never;
            path: {
                /** @description A paragraph's id: report:ordinal */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The wordings in other reports nearest to a paragraph, with the words that differ; `format` selects another form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Precedents"];
                    "text/csv": string;
                    "application/jsonl": string;
                };
            };
        };
    };
    references: {
        parameters: {
            query?: {
                /** @description Only this symbol, such as A/RES/63/72 */
                symbol?: string;
                /** @description Only references of this type */
                type?: "resolution" | "decision" | "document" | "agenda_item" | "paragraph" | "treaty";
                /** @description Only reports in this language; all means every language. By default the named report's language; ar for a query with Arabic letters, otherwise all */
                language?: string;
                /** @description Only reports in this series */
                series?: string;
                /** @description Only these reports (repeatable) */
                report?: string[];
                /** @description Only reports of this body */
                body?: string;
                /** @description Only reports from this year on */
                year_from?: number;
                /** @description Only reports up to this year */
                year_to?: number;
                /** @description How many entries to return at most */
                limit?: number;
                /** @description How many entries to skip first */
                offset?: number;
                /** @description The form of the answer: json (application/json), csv (text/csv), jsonl (application/jsonl). csv and jsonl give flat rows, one for each change, span, version or occurrence, with its text and printed number (for a plain list, a line is the whole item); in csv, text that a spreadsheet would run as a formula starts with an apostrophe. As in JSON, limit and offset select a page of the list: the header X-Total-Count gives the number of entries, and Link (rel="next") leads to the next page */
                format?: "json" | "csv" | "jsonl";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the reports cite, most cited first, with every citation; `format` selects another form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Number of entries on all pages together */
                        total: number;
                        /** @description Maximum number of entries on a page */
                        limit: number;
                        /** @description Number of entries skipped before this page */
                        offset: number;
                        /** @description The entries of this page */
                        items: components["schemas"]["CitedText"][];
                        /** @description What was counted, and what could not be */
                        scope: components["schemas"]["Scope"];
                    };
                    "text/csv": string;
                    "application/jsonl": string;
                };
            };
        };
    };
    search: {
        parameters: {
            query: {
                /** @description The query */
                q: string;
                /** @description Match profile: exact, folded (ignores spelling variants) or stem (also ignores particles and endings) */
                match?: "exact" | "folded" | "stem";
                /** @description Only reports in this language; all means every language. By default the named report's language; ar for a query with Arabic letters, otherwise all */
                language?: string;
                /** @description Only reports in this series */
                series?: string;
                /** @description Only these reports (repeatable) */
                report?: string[];
                /** @description Only reports of this body */
                body?: string;
                /** @description Only reports from this year on */
                year_from?: number;
                /** @description Only reports up to this year */
                year_to?: number;
                /** @description Only paragraphs of this kind */
                kind?: "title" | "heading" | "paragraph" | "item" | "footnote" | "table" | "other";
                /** @description Only paragraphs under a heading that contains these words */
                section?: string;
                /** @description text: show paragraphs with the same words as one hit that lists every place */
                group?: "text";
                /** @description Add `facets.section`: the outermost headings and their counts */
                sections?: boolean;
                /** @description How many entries to return at most */
                limit?: number;
                /** @description How many entries to skip first */
                offset?: number;
                /** @description The form of the answer: json (application/json), csv (text/csv), jsonl (application/jsonl). csv and jsonl give flat rows, one for each change, span, version or occurrence, with its text and printed number (for a plain list, a line is the whole item); in csv, text that a spreadsheet would run as a formula starts with an apostrophe. As in JSON, limit and offset select a page of the list: the header X-Total-Count gives the number of entries, and Link (rel="next") leads to the next page */
                format?: "json" | "csv" | "jsonl";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Paragraphs that contain these words, best matches first; `format` selects another form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAnswer"];
                    "text/csv": string;
                    "application/jsonl": string;
                };
            };
        };
    };
    phrases: {
        parameters: {
            query: {
                /** @description The phrase */
                q: string;
                /** @description Match profile: exact, folded (ignores spelling variants) or stem (also ignores particles and endings) */
                match?: "exact" | "folded" | "stem";
                /** @description Only reports in this language; all means every language. By default the named report's language; ar for a query with Arabic letters, otherwise all */
                language?: string;
                /** @description Only reports in this series */
                series?: string;
                /** @description Only these reports (repeatable) */
                report?: string[];
                /** @description Only reports of this body */
                body?: string;
                /** @description Only reports from this year on */
                year_from?: number;
                /** @description Only reports up to this year */
                year_to?: number;
                /** @description Only paragraphs of this kind */
                kind?: "title" | "heading" | "paragraph" | "item" | "footnote" | "table" | "other";
                /** @description Only paragraphs under a heading that contains these words */
                section?: string;
                /** @description Order of the concordance: by year, by report, or by one to three words before or after */
                sort?: "year" | "report" | "before" | "before2" | "before3" | "after" | "after2" | "after3";
                /** @description Words of context on each side of the concordance */
                width?: number;
                /** @description Show a random sample of this many occurrences in the concordance; counts still cover all */
                sample?: number;
                /** @description Seed of the sample: the same seed draws the same sample */
                seed?: number;
                /** @description How many neighbouring words to list on each side */
                neighbours?: number;
                /** @description Order of the neighbouring words: by count, or by strength of association with the phrase */
                order?: "count" | "association";
                /** @description How many lines of the concordance to return at most (20; with a sample, up to 1000) */
                limit?: number;
                /** @description How many entries to skip first */
                offset?: number;
                /** @description The form of the answer: json (application/json), csv (text/csv), jsonl (application/jsonl). csv and jsonl give flat rows, one for each change, span, version or occurrence, with its text and printed number (for a plain list, a line is the whole item); in csv, text that a spreadsheet would run as a formula starts with an apostrophe. As in JSON, limit and offset select a page of the list: the header X-Total-Count gives the number of entries, and Link (rel="next") leads to the next page */
                format?: "json" | "csv" | "jsonl";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every occurrence of a phrase, counted by report and year, with neighbouring words and a concordance; `format` selects another form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhraseAnswer"];
                    "text/csv": string;
                    "application/jsonl": string;
                };
            };
        };
    };
    threads: {
        parameters: {
            query: {
                /** @description The phrase; wildcards work as in a search */
                q: string;
                /** @description Match profile: exact, folded (ignores spelling variants) or stem (also ignores particles and endings) */
                match?: "exact" | "folded" | "stem";
                /** @description Only reports in this language; all means every language. By default the named report's language; ar for a query with Arabic letters, otherwise all */
                language?: string;
                /** @description Only reports in this series */
                series?: string;
                /** @description Only these reports (repeatable) */
                report?: string[];
                /** @description Only reports of this body */
                body?: string;
                /** @description Only reports from this year on */
                year_from?: number;
                /** @description Only reports up to this year */
                year_to?: number;
                /** @description Only paragraphs of this kind */
                kind?: "title" | "heading" | "paragraph" | "item" | "footnote" | "table" | "other";
                /** @description Only paragraphs under a heading that contains these words */
                section?: string;
                /** @description List the reports without a version, with what they say instead */
                gaps?: boolean;
                /** @description How many entries to return at most */
                limit?: number;
                /** @description How many entries to skip first */
                offset?: number;
                /** @description The form of the answer: json (application/json), csv (text/csv), jsonl (application/jsonl). csv and jsonl give flat rows, one for each change, span, version or occurrence, with its text and printed number (for a plain list, a line is the whole item); in csv, text that a spreadsheet would run as a formula starts with an apostrophe. As in JSON, limit and offset select a page of the list: the header X-Total-Count gives the number of entries, and Link (rel="next") leads to the next page */
                format?: "json" | "csv" | "jsonl";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The statements that contain a phrase, how each changed over the years, and what replaced it; `format` selects another form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThreadsAnswer"];
                    "text/csv": string;
                    "application/jsonl": string;
                };
            };
        };
    };
    trends: {
        parameters: {
            query: {
                /** @description A phrase (repeatable, at most ten) */
                q: string[];
                /** @description Match profile: exact, folded (ignores spelling variants) or stem (also ignores particles and endings) */
                match?: "exact" | "folded" | "stem";
                /** @description Only reports in this language; all means every language. By default the named report's language; ar for a query with Arabic letters, otherwise all */
                language?: string;
                /** @description Only reports in this series */
                series?: string;
                /** @description Only these reports (repeatable) */
                report?: string[];
                /** @description Only reports of this body */
                body?: string;
                /** @description Only reports from this year on */
                year_from?: number;
                /** @description Only reports up to this year */
                year_to?: number;
                /** @description Only paragraphs of this kind */
                kind?: "title" | "heading" | "paragraph" | "item" | "footnote" | "table" | "other";
                /** @description Only paragraphs under a heading that contains these words */
                section?: string;
                /** @description The form of the answer: json (application/json), csv (text/csv), jsonl (application/jsonl). csv and jsonl give flat rows, one for each change, span, version or occurrence, with its text and printed number (for a plain list, a line is the whole item); in csv, text that a spreadsheet would run as a formula starts with an apostrophe. As in JSON, limit and offset select a page of the list: the header X-Total-Count gives the number of entries, and Link (rel="next") leads to the next page */
                format?: "json" | "csv" | "jsonl";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Up to ten phrases over the years; `format` selects another form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrendsAnswer"];
                    "text/csv": string;
                    "application/jsonl": string;
                };
            };
        };
    };
    compare: {
        parameters: {
            query: {
                /** @description The report to compare from */
                base: string;
                /** @description The report to compare to */
                other: string;
                /** @description Only paragraphs under a heading that contains these words */
                section?: string;
                /** @description Include doubtful changes */
                doubtful?: boolean;
                /** @description What else to include: text (repeatable or comma-separated) */
                include?: "text"[];
                /** @description The form of the answer: json (application/json), csv (text/csv), jsonl (application/jsonl), docx (application/vnd.openxmlformats-officedocument.wordprocessingml.document), html (text/html). csv and jsonl give flat rows, one for each change, span, version or occurrence, with its text and printed number (for a plain list, a line is the whole item); in csv, text that a spreadsheet would run as a formula starts with an apostrophe. As in JSON, limit and offset select a page of the list: the header X-Total-Count gives the number of entries, and Link (rel="next") leads to the next page */
                format?: "json" | "csv" | "jsonl" | "docx" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Two reports, aligned paragraph by paragraph, with the words that differ; `format` selects another form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                    "text/csv": string;
                    "application/jsonl": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    "text/html": string;
                };
            };
        };
    };
    wording: {
        parameters: {
            query?: {
                /** @description A pasted wording */
                q?: string;
                /** @description A paragraph's id */
                paragraph?: string;
                /** @description Include an entry in `versions` for reports without a version */
                gaps?: boolean;
                /** @description Only reports in this language; all means every language. By default the named report's language; ar for a query with Arabic letters, otherwise all */
                language?: string;
                /** @description Only reports in this series */
                series?: string;
                /** @description Only these reports (repeatable) */
                report?: string[];
                /** @description Only reports of this body */
                body?: string;
                /** @description Only reports from this year on */
                year_from?: number;
                /** @description Only reports up to this year */
                year_to?: number;
                /** @description The form of the answer: json (application/json), csv (text/csv), jsonl (application/jsonl). csv and jsonl give flat rows, one for each change, span, version or occurrence, with its text and printed number (for a plain list, a line is the whole item); in csv, text that a spreadsheet would run as a formula starts with an apostrophe. As in JSON, limit and offset select a page of the list: the header X-Total-Count gives the number of entries, and Link (rel="next") leads to the next page */
                format?: "json" | "csv" | "jsonl";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A wording over the years: each report's version, what changed and what stayed; `format` selects another form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wording"];
                    "text/csv": string;
                    "application/jsonl": string;
                };
            };
        };
    };
    collate: {
        parameters: {
            query: {
                /** @description A report (repeatable: name two or more, each once) */
                report: string[];
                /** @description Only paragraphs under a heading that contains these words */
                section?: string;
                /** @description The form of the answer: json (application/json), csv (text/csv), jsonl (application/jsonl). csv and jsonl give flat rows, one for each change, span, version or occurrence, with its text and printed number (for a plain list, a line is the whole item); in csv, text that a spreadsheet would run as a formula starts with an apostrophe. As in JSON, limit and offset select a page of the list: the header X-Total-Count gives the number of entries, and Link (rel="next") leads to the next page */
                format?: "json" | "csv" | "jsonl";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One section of several reports: reports as columns, corresponding paragraphs as rows; `format` selects another form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collation"];
                    "text/csv": string;
                    "application/jsonl": string;
                };
            };
        };
    };
    reportOriginal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A report's id, or its symbol */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, byte for byte, under its own name; a download unless it is a PDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                    "text/plain": string;
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    "application/msword": string;
                    "application/vnd.oasis.opendocument.text": string;
                    "text/html": string;
                };
            };
        };
    };
    similarText: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The pasted text */
                    text: string;
                    /**
                     * @description Minimum similarity, from 0 to 1
                     * @default 0.3
                     */
                    min_similarity?: number;
                    /**
                     * @deprecated
                     * @description The former name of min_similarity
                     */
                    least?: number;
                    /**
                     * @description Whether `hits` includes paragraphs that contain the text word for word; `verbatim` counts them in any case
                     * @default true
                     */
                    verbatim?: boolean;
                    /** @description Only reports in this language; all means every language. By default the named report's language; ar for a query with Arabic letters, otherwise all */
                    language?: string;
                    /** @description Only reports in this series */
                    series?: string;
                    /** @description Only these reports (repeatable) */
                    report?: string[];
                    /** @description Only reports of this body */
                    body?: string;
                    /** @description Only reports from this year on */
                    year_from?: number;
                    /** @description Only reports up to this year */
                    year_to?: number;
                    /**
                     * @description How many entries to return at most
                     * @default 20
                     */
                    limit?: number;
                };
            };
        };
        responses: {
            /** @description The precedents of a pasted text, with the words that differ */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Precedents"];
                };
            };
        };
    };
    healthz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is alive */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description The process is alive
                         * @enum {string}
                         */
                        status: "ok";
                    };
                };
            };
        };
    };
    readyz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["State"];
                };
            };
        };
    };
    metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Text exposition format */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
}
