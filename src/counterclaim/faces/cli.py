"""The command line: results on standard output, progress and messages on standard error.

Exit codes: 0 done, 1 findings (`doctor`), 2 usage or a fault of the run as a whole, 3 some pages skipped.
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from counterclaim import __version__
from counterclaim.errors import CounterclaimError
from counterclaim.faces import workflow
from counterclaim.faces.comparing import Compared, compare_found, known_by, links_of, narrowed, record_lines
from counterclaim.faces.deciding import JUDGE, decide, judgements
from counterclaim.faces.demo import demo_folder
from counterclaim.faces.doctor import examine
from counterclaim.faces.explained import explanations
from counterclaim.faces.exporting import bring_back, export
from counterclaim.faces.filling import read_into
from counterclaim.faces.options import (
    DEFAULT_CASEBOOK,
    CasebookPath,
    NoCasebook,
    OneIncident,
    Parties,
    Paths,
    Processes,
    Quiet,
    SomePaths,
    WithoutJudgements,
)
from counterclaim.faces.reporting import find_incident, report
from counterclaim.faces.reviewing import review
from counterclaim.faces.screen import CLAIMS_SHOWN, doctor_table, screen
from counterclaim.faces.single import compare_incident, show_kept
from counterclaim.faces.target import excerpts
from counterclaim.faces.verifying import verify
from counterclaim.faces.wording import page_names
from counterclaim.faces.workflow import Format, Records, Run
from counterclaim.judging import view

SKIPPED, FINDINGS, USAGE = 3, 1, 2

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,  # a trace drawn with local variables would print page text unescaped
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Reads war reporting and says who claims what, on whose word, and who says otherwise.",
    epilog="Exit codes: 0 done · 1 findings · 2 usage · 3 some pages skipped, each named with its reason.",
)


@app.callback(invoke_without_command=True)
def root(version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False) -> None:
    """Set up what every command shares."""
    if version:
        typer.echo(f"counterclaim {__version__}")
        raise typer.Exit


@app.command()
def read(  # noqa: PLR0913  # one parameter an option
    paths: Paths,
    *,
    output: Annotated[
        Format | None, typer.Option("--format", "-f", help="Write records to stdout and leave no casebook.")
    ] = None,
    records: Annotated[Records, typer.Option("--records", help="Which records to write.")] = Records.CLAIMS,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show which words gave each field of each claim; leave no casebook.")
    ] = False,
    pages: Annotated[
        Path | None, typer.Option("--pages", help="Also write the pages, with the text that offsets count in.")
    ] = None,
    casebook: CasebookPath = DEFAULT_CASEBOOK,
    parties: Parties = None,
    processes: Processes = 0,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Name each page on stderr as soon as it is saved.")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Read pages into the casebook, or with --format as records to standard output.

    Pages that are in the casebook as this version reads them are not read again: after an interruption, give the same
    command once more.
    """
    if explain and records is not Records.CLAIMS:
        raise typer.BadParameter("only claims can be explained", param_hint="--explain")
    kept = None if output or explain else casebook
    run = Run(paths, casebook=kept, parties=parties, processes=processes, quiet=quiet, explain=explain)
    if kept is not None:
        read_into(run, pages=pages, verbose=verbose)
        return
    found = workflow.gather(run)
    if pages is not None:
        workflow.write_atomically(pages, workflow.document_lines(found.pages))
    if output is not None:
        workflow.emit_lines(workflow.record_lines(found.pages, records))
    else:
        workflow.emit(explanations(found.pages))
    workflow.finish(found, SKIPPED)


@app.command()
def compare(  # noqa: PLR0913  # one parameter an option
    paths: SomePaths = None,
    *,
    everything: Annotated[bool, typer.Option("--all", help="Show every incident, not only the largest.")] = False,
    why: Annotated[
        bool, typer.Option("--why", help="Show how positions stand to each other, with the reason and the words.")
    ] = False,
    incident: OneIncident = None,
    as_of: Annotated[
        datetime | None,
        typer.Option("--as-of", formats=["%Y-%m-%d"], metavar="DATE", help="Take only pages published by that day."),
    ] = None,
    output: Annotated[Format | None, typer.Option("--format", "-f", help="Write records to stdout.")] = None,
    records: Annotated[Compared, typer.Option("--records", help="Which records to write.")] = Compared.POSITIONS,
    casebook: CasebookPath = DEFAULT_CASEBOOK,
    no_casebook: NoCasebook = False,
    unjudged: WithoutJudgements = False,
    parties: Parties = None,
    processes: Processes = 0,
    quiet: Quiet = False,
) -> None:
    """Show, incident by incident, who says what, on which pages, and how it stands to what others say."""
    kept = None if no_casebook else casebook
    run = Run(paths or [], casebook=kept, parties=parties, processes=processes, quiet=quiet)
    relate = why or (output is not None and records is Compared.RELATIONS)
    if incident is not None and kept and not paths and as_of is None:
        single = compare_incident(incident, run, unjudged=unjudged, relate=relate)
        if output is not None:
            workflow.emit_lines(record_lines(single.comparison, records))
        else:
            workflow.emit(single.screen(why=why))
            accounts = single.comparison.accounts
            workflow.advise(run_paths=[], accounts=accounts, names=single.names, quiet=quiet)
        return
    found = workflow.gather(run)
    found, note = known_by(as_of.date() if as_of else None, found)
    judged = view(found.pages, () if unjudged else found.judgements)
    compared = compare_found(judged, parties, relate=relate, note=note)
    if incident is not None:
        compared = narrowed(compared, find_incident(incident, compared.accounts, judged.pages))
    if output is not None:
        workflow.emit_lines(record_lines(compared, records))
    else:
        most = None if everything else CLAIMS_SHOWN
        relations = compared.relations if why else None
        links = links_of(compared.accounts[:most], judged.pages) if why else {}
        pages = [p.document for p in found.pages]
        told = screen(
            compared.accounts,
            pages,
            most=most,
            relations=relations,
            links=links,
            note=note,
            rivals=compared.rivals,
            judged=judged,
        )
        workflow.emit(told)
        names, where = page_names(pages), [] if kept else paths or []
        workflow.advise(run_paths=where, accounts=compared.accounts, names=names, quiet=quiet)
    workflow.finish(found, SKIPPED)


@app.command()
def show(
    target: Annotated[
        str, typer.Argument(help="PAGE:OFFSET as `compare` prints it, or the id of a claim or statement.")
    ],
    paths: SomePaths = None,
    *,
    casebook: CasebookPath = DEFAULT_CASEBOOK,
    parties: Parties = None,
    quiet: Quiet = False,
) -> None:
    """Show a claim or statement in its words, with source, cue and value marked, and the chain it came by."""
    run = Run(paths or [], casebook=None if paths else casebook, parties=parties, processes=1, quiet=quiet)
    if not paths:
        workflow.emit(show_kept(target, run))
        return
    found = workflow.gather(run)
    judged = view(found.pages, found.judgements)
    workflow.emit(excerpts(target, found.pages, workflow.copies(found.pages, parties, judged.guidance), judged))
    workflow.finish(found, SKIPPED)


app.command(name="judge", help=JUDGE)(decide)
app.command(name="judgements")(judgements)
app.command()(verify)


@app.command()
def demo(quiet: Quiet = False) -> None:
    """Compare the demo pages: an invented war between invented parties, told by rival outlets."""
    folder = demo_folder()
    parties = folder / "parties.toml"
    compare([str(folder / "pages")], everything=True, no_casebook=True, parties=parties, quiet=quiet, processes=1)


@app.command()
def doctor() -> None:
    """Say what is installed, which models and data are in use, and whether they work."""
    checks = list(examine())
    workflow.emit(doctor_table(checks))
    if not all(check.well for check in checks):
        raise typer.Exit(FINDINGS)


app.command()(report)
app.command()(review)
app.command()(export)
app.command(name="import")(bring_back)


def main() -> None:
    """Run the command line; every error raised on purpose becomes one line on standard error."""
    workflow.prepare_streams()
    try:
        app()
    except CounterclaimError as error:
        workflow.complain(str(error))
        sys.exit(USAGE)
    except BrokenPipeError:
        workflow.leave_closed_pipe()
