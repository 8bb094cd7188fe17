package dev.caravan.license.messaging;

import dev.caravan.kit.command.EventHeader;
import dev.caravan.kit.messaging.CommonRecords;
import dev.caravan.kit.messaging.Vocabulary;
import dev.caravan.kit.plan.Plan;
import dev.caravan.license.chat.ChatPlans;
import dev.caravan.license.item.ItemChanges;
import dev.caravan.license.migrating.LicenseCommand;
import dev.caravan.license.migrating.LicenseFact;
import dev.caravan.license.migrating.Selection;
import dev.caravan.license.pass.PassChanges;
import dev.caravan.license.pass.PassKind;
import dev.caravan.license.pass.Rate;
import dev.caravan.license.project.Label;
import dev.caravan.license.project.ProjectChanges;
import dev.caravan.schemas.license.AddItems;
import dev.caravan.schemas.license.AddTestItems;
import dev.caravan.schemas.license.AssignLicences;
import dev.caravan.schemas.license.AssignTestLicences;
import dev.caravan.schemas.license.ChatPlanReversionPlanned;
import dev.caravan.schemas.license.ChatPlansDisabled;
import dev.caravan.schemas.license.ChatPlansPlanned;
import dev.caravan.schemas.license.ChatPlansReverted;
import dev.caravan.schemas.license.DisableChatPlans;
import dev.caravan.schemas.license.ForecastPasses;
import dev.caravan.schemas.license.ItemRemovalPlanned;
import dev.caravan.schemas.license.ItemsAdded;
import dev.caravan.schemas.license.ItemsPlanned;
import dev.caravan.schemas.license.ItemsRemoved;
import dev.caravan.schemas.license.LicenceBudgetProven;
import dev.caravan.schemas.license.LicencesAssigned;
import dev.caravan.schemas.license.LicencesPlanned;
import dev.caravan.schemas.license.LicencesProven;
import dev.caravan.schemas.license.PassStopPlanned;
import dev.caravan.schemas.license.PassesEnded;
import dev.caravan.schemas.license.PassesForecast;
import dev.caravan.schemas.license.PassesPlanned;
import dev.caravan.schemas.license.PassesStopped;
import dev.caravan.schemas.license.PrepareProject;
import dev.caravan.schemas.license.ProjectPlanned;
import dev.caravan.schemas.license.ProjectPrepared;
import dev.caravan.schemas.license.ProjectRemovalPlanned;
import dev.caravan.schemas.license.ProjectRemoved;
import dev.caravan.schemas.license.ProveLicenceBudget;
import dev.caravan.schemas.license.ProveLicences;
import dev.caravan.schemas.license.ProveTestLicences;
import dev.caravan.schemas.license.ReadStatistics;
import dev.caravan.schemas.license.RemoveItems;
import dev.caravan.schemas.license.RemoveProject;
import dev.caravan.schemas.license.RevertChatPlans;
import dev.caravan.schemas.license.StatisticsRead;
import dev.caravan.schemas.license.StopPasses;
import dev.caravan.schemas.license.SubmitPass;
import dev.caravan.schemas.license.SubmitTestPass;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/// `license.avdl` as [LicenseCommand] and [LicenseFact].
public final class LicenseVocabulary implements Vocabulary<LicenseCommand, LicenseFact> {

    @Override
    public Optional<LicenseCommand> toCommand(SpecificRecord record) {
        return Optional.ofNullable(
                switch (record) {
                    case PrepareProject prepare ->
                        new LicenseCommand.PrepareProject(
                                CommonRecords.target(prepare.getSource()),
                                CommonRecords.target(prepare.getDestination()),
                                Label.of(prepare.getDomains()));
                    case RemoveProject remove ->
                        new LicenseCommand.RemoveProject(
                                CommonRecords.changesIn(
                                        remove.getChanges(),
                                        ProjectChanges::isOne,
                                        "BitTitan's projects, endpoints and customers"),
                                Label.of(remove.getDomains()));
                    case AddItems add ->
                        new LicenseCommand.AddItems(
                                mailboxes(add.getMailboxes()),
                                CommonRecords.target(add.getSource()),
                                CommonRecords.target(add.getDestination()),
                                Label.of(add.getDomains()));
                    case AddTestItems add ->
                        new LicenseCommand.AddItems(
                                accounts(add.getAccounts()),
                                CommonRecords.target(add.getSource()),
                                CommonRecords.target(add.getDestination()),
                                Label.of(add.getDomains()));
                    case RemoveItems remove ->
                        new LicenseCommand.RemoveItems(
                                CommonRecords.changesIn(remove.getChanges(), ItemChanges::isOne, "BitTitan's items"),
                                Label.of(remove.getDomains()));
                    case ProveLicenceBudget prove -> budget(prove);
                    case AssignLicences assign ->
                        new LicenseCommand.AssignLicences(
                                mailboxes(assign.getMailboxes()),
                                CommonRecords.target(assign.getSource()),
                                Label.of(assign.getDomains()));
                    case AssignTestLicences assign ->
                        new LicenseCommand.AssignLicences(
                                accounts(assign.getAccounts()),
                                CommonRecords.target(assign.getSource()),
                                Label.of(assign.getDomains()));
                    case ProveLicences prove ->
                        new LicenseCommand.ProveLicences(
                                mailboxes(prove.getMailboxes()),
                                CommonRecords.target(prove.getSource()),
                                Label.of(prove.getDomains()));
                    case ProveTestLicences prove ->
                        new LicenseCommand.ProveLicences(
                                accounts(prove.getAccounts()),
                                CommonRecords.target(prove.getSource()),
                                Label.of(prove.getDomains()));
                    case SubmitPass submit ->
                        new LicenseCommand.SubmitPass(
                                mailboxes(submit.getMailboxes()),
                                kind(submit.getPass()),
                                days(submit.getOlderThanDays()),
                                rate(submit.getGbPerHour()),
                                CommonRecords.target(submit.getSource()),
                                Label.of(submit.getDomains()));
                    case SubmitTestPass submit ->
                        new LicenseCommand.SubmitPass(
                                accounts(submit.getAccounts()),
                                kind(submit.getPass()),
                                days(submit.getOlderThanDays()),
                                Optional.empty(),
                                CommonRecords.target(submit.getSource()),
                                Label.of(submit.getDomains()));
                    case ForecastPasses forecast -> forecast(forecast);
                    case StopPasses stop ->
                        new LicenseCommand.StopPasses(
                                CommonRecords.changesIn(stop.getChanges(), PassChanges::isOne, "BitTitan's passes"),
                                Label.of(stop.getDomains()));
                    case DisableChatPlans disable -> new LicenseCommand.DisableChatPlans(users(disable.getUsers()));
                    case RevertChatPlans revert ->
                        new LicenseCommand.RevertChatPlans(
                                CommonRecords.changesIn(revert.getChanges(), ChatPlans::isOne, "users' plans"));
                    case ReadStatistics read ->
                        new LicenseCommand.ReadStatistics(
                                mailboxes(read.getMailboxes()),
                                CommonRecords.target(read.getSource()),
                                Label.of(read.getDomains()));
                    default -> null;
                });
    }

    @Override
    public SpecificRecord toEvent(EventHeader header, LicenseFact fact) {
        var context = CommonRecords.context(header);
        return switch (fact) {
            case LicenseFact.ProjectPrepared(var project, var applied, var unchanged) ->
                new ProjectPrepared(context, project, applied, unchanged);
            case LicenseFact.ProjectRemoved(var applied, var unchanged, var conflicts) ->
                new ProjectRemoved(context, applied, unchanged, CommonRecords.conflictsOut(conflicts));
            case LicenseFact.ItemsAdded(var applied, var unchanged, var gone) ->
                new ItemsAdded(context, applied, unchanged, gone);
            case LicenseFact.ItemsRemoved(var applied, var unchanged, var conflicts) ->
                new ItemsRemoved(context, applied, unchanged, CommonRecords.conflictsOut(conflicts));
            case LicenseFact.LicenceBudgetProven(var needed, var available) ->
                new LicenceBudgetProven(context, needed, available);
            case LicenseFact.LicencesAssigned(var applied, var unchanged, var gone) ->
                new LicencesAssigned(context, applied, unchanged, gone);
            case LicenseFact.LicencesProven(var licences) -> new LicencesProven(context, licences);
            case LicenseFact.PassesEnded(var items, var completed, var withErrors, var failed, var bytes) ->
                new PassesEnded(context, items, completed, withErrors, failed, bytes);
            case LicenseFact.PassesForecast(var forecast, var unknown) ->
                new PassesForecast(
                        context,
                        forecast.mailboxes(),
                        unknown,
                        forecast.bytes(),
                        forecast.bytesMax(),
                        forecast.largest(),
                        forecast.hoursMax(),
                        forecast.hours(),
                        forecast.rate().toString(),
                        forecast.rate().isMeasured());
            case LicenseFact.PassesStopped(var applied, var unchanged, var conflicts) ->
                new PassesStopped(context, applied, unchanged, CommonRecords.conflictsOut(conflicts));
            case LicenseFact.ChatPlansDisabled(var applied, var unchanged, var gone) ->
                new ChatPlansDisabled(context, applied, unchanged, gone);
            case LicenseFact.ChatPlansReverted(var applied, var unchanged, var conflicts) ->
                new ChatPlansReverted(context, applied, unchanged, CommonRecords.conflictsOut(conflicts));
            case LicenseFact.StatisticsRead(var items, var bytes, var errors, var completed) ->
                new StatisticsRead(context, items, bytes, errors, completed);
        };
    }

    @Override
    public SpecificRecord toPlanned(EventHeader header, LicenseCommand command, Plan plan) {
        var context = CommonRecords.context(header);
        var changes = CommonRecords.changesOut(plan.changes());
        var conflicts = CommonRecords.conflictsOut(plan.conflicts());
        return switch (command) {
            case LicenseCommand.PrepareProject _ -> new ProjectPlanned(context, changes);
            case LicenseCommand.RemoveProject _ -> new ProjectRemovalPlanned(context, changes, conflicts);
            case LicenseCommand.AddItems _ -> new ItemsPlanned(context, changes);
            case LicenseCommand.RemoveItems _ -> new ItemRemovalPlanned(context, changes, conflicts);
            case LicenseCommand.AssignLicences _ -> new LicencesPlanned(context, changes);
            case LicenseCommand.SubmitPass _ -> new PassesPlanned(context, changes);
            case LicenseCommand.StopPasses _ -> new PassStopPlanned(context, changes, conflicts);
            case LicenseCommand.DisableChatPlans _ -> new ChatPlansPlanned(context, changes);
            case LicenseCommand.RevertChatPlans _ -> new ChatPlanReversionPlanned(context, changes, conflicts);
            case LicenseCommand.ProveLicenceBudget _,
                    LicenseCommand.ProveLicences _,
                    LicenseCommand.ForecastPasses _,
                    LicenseCommand.ReadStatistics _ ->
                throw new IllegalArgumentException(command.getClass().getSimpleName() + " only reads: it has no plan");
        };
    }

    private static LicenseCommand budget(ProveLicenceBudget prove) {
        if (prove.getOthers() < 0) {
            throw new IllegalArgumentException("others: must not be negative, is " + prove.getOthers());
        }
        return new LicenseCommand.ProveLicenceBudget(prove.getMailboxes().size() + prove.getOthers());
    }

    private static LicenseCommand forecast(ForecastPasses forecast) {
        if (forecast.getAtOnce() < 1) {
            throw new IllegalArgumentException("atOnce: must be 1 or more, is " + forecast.getAtOnce());
        }
        return new LicenseCommand.ForecastPasses(
                mailboxes(forecast.getMailboxes()),
                forecast.getAccounts().isBlank() ? new Selection.Accounts(List.of()) : accounts(forecast.getAccounts()),
                Rate.assumed(forecast.getGbPerHour()),
                forecast.getAtOnce(),
                CommonRecords.target(forecast.getSource()),
                Label.of(forecast.getDomains()));
    }

    private static Optional<Rate> rate(double gbPerHour) {
        return gbPerHour == 0 ? Optional.empty() : Optional.of(Rate.assumed(gbPerHour));
    }

    /// An empty identity would mean all of them.
    private static List<String> users(List<String> written) {
        if (written.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("users: none of them may be empty");
        }
        return List.copyOf(written);
    }

    /// An empty identity would mean all of them.
    private static Selection.Mailboxes mailboxes(List<String> written) {
        if (written.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("mailboxes: none of them may be empty");
        }
        return new Selection.Mailboxes(written);
    }

    private static Selection.Accounts accounts(String written) {
        var names = Arrays.stream(written.split(",", -1)).map(String::strip).toList();
        if (names.stream().anyMatch(name -> name.isEmpty() || name.contains("@") || name.contains("*"))) {
            throw new IllegalArgumentException(
                    "accounts: must be what stands before the @, with commas between them, is \"%s\""
                            .formatted(written));
        }
        return new Selection.Accounts(names.stream().distinct().toList());
    }

    private static PassKind kind(String written) {
        return PassKind.called(written)
                .orElseThrow(() -> new IllegalArgumentException(
                        "pass: must be one of %s, is \"%s\"".formatted(PassKind.words(), written)));
    }

    private static Duration days(int written) {
        if (written < 0) {
            throw new IllegalArgumentException("olderThanDays: must be 0 or more, is " + written);
        }
        return Duration.ofDays(written);
    }
}
