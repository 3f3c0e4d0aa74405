import type { GenericSchema } from 'valibot';
import { Audience, AudienceDimensions } from '../../src/model/schema/audience.js';
import { BannerAction, BannerContent, BannerEvent, LaterChoice } from '../../src/model/schema/banner.js';
import {
  Campaign,
  ContentReference,
  DateOrOffset,
  Frequency,
  Schedule,
  When,
} from '../../src/model/schema/campaign.js';
import { ChecklistContent } from '../../src/model/schema/checklist.js';
import * as common from '../../src/model/schema/common.js';
import { Article, Contact, Help, HelpSettings, Hint } from '../../src/model/schema/help.js';
import { Audio, Captions, CaptionsList, Media, Picture, Video } from '../../src/model/schema/media.js';
import { Settings } from '../../src/model/schema/plan.js';
import {
  ConditionSchema,
  ConditionValue,
  NextRule,
  Question,
  QuestionOption,
  SurveyContent,
  SurveyPrivacy,
} from '../../src/model/schema/survey.js';
import {
  Advance,
  Answer,
  Branch,
  BranchList,
  BranchTo,
  Check,
  StepAction,
  TourContent,
  TourStep,
} from '../../src/model/schema/tour.js';

const { ClockTime, Duration, Id, Image, LocalDate, Offset, TargetPartSchema, TargetSchema, Text } = common;
const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index];
  if (item === undefined) throw new Error('plan-schema: a choice has lost an option');
  return item;
};

const [TourCampaign, BannerCampaign, SurveyCampaign, ChecklistCampaign] = Campaign.options;
const { theme, pace } = Settings.pipe[1].entries;
const { required, other } = Question.pipe[1].entries;
const article = Article.pipe[0].pipe[1].entries;

/**
 * Each alternative of a `choose` needs a name here, since a lazy schema can only be referred to; so does what the
 * reference has a part of its own for, and what stands in several places.
 */
export const DEFINITIONS: Record<string, GenericSchema> = {
  ...{ Id, Text, LocalDate, Duration, Offset, ClockTime, Image, DateOrOffset },
  ...{ PlainText: at(Text.options, 0), TextByLanguage: at(Text.options, 1) },
  ...{ Target: TargetSchema, TargetPart: TargetPartSchema, TargetList: at(TargetSchema.options, 1) },
  ...{ TargetSelector: at(TargetPartSchema.options, 0), TargetRole: at(TargetPartSchema.options, 1) },
  ...{ TargetText: at(TargetPartSchema.options, 2), TargetFrame: at(TargetPartSchema.options, 3) },
  ...{ Audience, AudienceDimensions, Schedule, When, Frequency, ContentReference },
  ...{ Campaign, TourCampaign, BannerCampaign, SurveyCampaign, ChecklistCampaign },
  ...{ TourContent, TourStep, Check, Advance, StepAction, Branch, BranchTo, BranchList, Answer },
  ...{ BannerContent, BannerAction, BannerEvent, LaterChoice },
  ...{ ChecklistContent, ChecklistTask: ChecklistContent.pipe[1].entries.tasks.pipe[0].item },
  ...{ SurveyContent, SurveyPrivacy, Question, QuestionOption },
  ...{ OptionText: at(QuestionOption.options, 0), OptionObject: at(QuestionOption.options, 1) },
  ...{ Condition: ConditionSchema, ConditionValue, NextRule },
  ...{ ConditionText: at(ConditionValue.options, 0), ConditionNumber: at(ConditionValue.options, 1) },
  ...{ ConditionList: at(ConditionValue.options, 2) },
  ...{ RequiredOrNot: at(required.wrapped.options, 0), RequiredOnce: at(required.wrapped.options, 1) },
  ...{ OtherOrNot: at(other.wrapped.options, 0) },
  ...{ Help, Article, Hint, Contact, Report: Help.pipe[1].entries.report.wrapped },
  ...{ ArticleStep: article.steps.wrapped.item, Attachment: article.attachments.wrapped.item },
  ...{ ArticleVariant: article.variants.wrapped.item },
  ...{ Channel: Contact.pipe[1].entries.channels.wrapped.item },
  ...{ Settings, HelpSettings, Theme: theme.wrapped, Pace: pace.wrapped },
  ...{ QuietHours: pace.wrapped.pipe[1].entries.quiet.wrapped.item },
  ...{ Media, Video, Picture, Audio, Captions, CaptionsList },
};
