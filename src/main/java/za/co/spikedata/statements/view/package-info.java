/**
 * What the pages of statements show, decided and formatted; templates only place it.
 *
 * <table>
 * <caption>Routes, templates and their one model attribute</caption>
 * <tr><td>GET /statements?show&page</td><td>statements/list</td><td>list: ListView; holds the upload
 *     form: POST /statements, multipart, the {@code _csrf} field first, then {@code files}</td></tr>
 * <tr><td>GET /uploads/{id}</td><td>statements/upload</td><td>upload: UploadView</td></tr>
 * <tr><td>GET /uploads/{id}/progress</td><td>statements/_upload :: upload</td><td>upload</td></tr>
 * <tr><td>GET /statements/{id}?account&q&sort&page</td><td>statements/show</td><td>document:
 *     DocumentView</td></tr>
 * <tr><td>GET /statements/{id}/progress</td><td>statements/_document :: document</td><td>document;
 *     running, locked, refused and done alike</td></tr>
 * </table>
 *
 * <p>Posts: {@code /statements/{id}/password} (password, rest=true), {@code
 * /statements/{id}/delete}, {@code /statements/sample} (layout). Downloads: {@code
 * /statements/{id}/download.csv|xlsx|ofx|xml|json} (layout: a {@code FileForm}), {@code
 * /statements/download} (ids by commas, format=csv|xlsx|ofx|xml|json, combine=true|false), {@code
 * /statements/sample} (layout).
 *
 * <p>Messages: {@code tone.TONE}; {@code state.WAITING|READING|LOCKED|LOCKED.wrong}; {@code
 * progress.WAITING|OPENING|PAGES|ROWS|PROOF} (done, of) and the same {@code .unknown}; {@code
 * verdict.proven} (rows, opening, closing, from, to), {@code .noPeriod} (rows, opening, closing),
 * {@code .bare} (rows); {@code verdict.unproven} (rows); {@code verdict.contradicted} (rows),
 * {@code verdict.contradicted.RULE} and {@code .RULE.row} (difference, row, row before, page,
 * expected, printed; unknown ones are empty, numbers 0); {@code
 * verdict.several.PROVEN|UNPROVEN|CONTRADICTED} (statements, rows, proven ones); {@code
 * check.RULE.holds|broken} (times) and {@code .notPrinted}; {@code reason.REASON}, {@code
 * reason.REASON.remedy} (largest file, files, largest batch in MB) for every engine Reason and
 * every {@link za.co.spikedata.statements.upload.Refusal}.
 */
@NullMarked
package za.co.spikedata.statements.view;

import org.jspecify.annotations.NullMarked;
