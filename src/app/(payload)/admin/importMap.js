import { CourseDripField as CourseDripField_9554e1a8712956c011271e55c6cfdcc5 } from '../../../admin/Drip/CourseDripField.tsx'
import { TimeZoneField as TimeZoneField_07e58e08f4ef4f09acc01d7080e37ef1 } from '../../../admin/TimeZoneField/TimeZoneField.tsx'
import { OwnTextPreview as OwnTextPreview_ed3300186f2e9aeed06e910a56329cbc } from '../../../admin/OwnTextPreview/OwnTextPreview.tsx'
import { PublishPanel as PublishPanel_a39a02a3d8de1d3379c166ee2ae6fe3e } from '../../../admin/PublishPanel/PublishPanel.tsx'
import { BotPanel as BotPanel_0a39d7001d46081f5969f25be19a8e91 } from '../../../admin/BotPanel/BotPanel.tsx'
import { TeamPanel as TeamPanel_5701bc4de141ddd3ffa41bd768986763 } from '../../../admin/TeamPanel/TeamPanel.tsx'
import { LearnersCount as LearnersCount_1a3fdea485758acadaa9e8cbd82c6646 } from '../../../admin/LearnersCount/LearnersCount.tsx'
import { ImportCourse as ImportCourse_3d56555353a83f6d8d66fd73602e824e } from '../../../admin/ImportCourse/ImportCourse.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LessonTableClient as LessonTableClient_dc064a5dcdfb9d0aef0187b460de26d6 } from '../../../admin/LessonBlocks/LessonTableClient.tsx'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ChecklistFeatureClient as ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TextStateFeatureClient as TextStateFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LessonPasteClient as LessonPasteClient_6a7e952a7ac3c7cb4cafdfb246bcb394 } from '../../../admin/LessonPaste/LessonPasteClient.tsx'
import { MathLabel as MathLabel_6883887338a4b0cd387e34d38fbf94b9 } from '../../../admin/LessonBlocks/MathLabel.tsx'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FieldAnchor as FieldAnchor_7aceae6b78c8ce55ba3d357ee939b85e } from '../../../admin/FieldAnchor/FieldAnchor.tsx'
import { QuestionDelivery as QuestionDelivery_6985aa59079607784f0c4312ac8dc924 } from '../../../admin/QuestionDelivery/QuestionDelivery.tsx'
import { QuestionLabel as QuestionLabel_92e10ad3a68e1dac05b0201eba8a815e } from '../../../admin/QuestionLabel/QuestionLabel.tsx'
import { UnlockRuleField as UnlockRuleField_aa9ae79b629c9bc13c418046cc81754b } from '../../../admin/UnlockRule/UnlockRuleField.tsx'
import { StepDripField as StepDripField_137f922b66338222581a2df8055ac01d } from '../../../admin/Drip/StepDripField.tsx'
import { LearnerSteps as LearnerSteps_e16ad8ee8a2443fd7bbf7c02008a74b3 } from '../../../admin/LearnerSteps/LearnerSteps.tsx'
import { TelegramAccount as TelegramAccount_087199286c908b50d518b38541cd6db9 } from '../../../admin/TelegramAccount/TelegramAccount.tsx'
import { CheckBot as CheckBot_6e9d3ea5131b601c9d227ccc2527b593 } from '../../../admin/CheckBot/CheckBot.tsx'
import { FleetHealth as FleetHealth_22a8b0a44a843da87387595aced32cbe } from '../../../admin/FleetHealth/FleetHealth.tsx'
import { Icon as Icon_da1e3cd24667bc6e22c6d9ebc1ed3088 } from '../../../admin/Icon/Icon.tsx'
import { Logo as Logo_50a5b9751860608d49f9a8740bdde25c } from '../../../admin/Logo/Logo.tsx'
import { TelegramLogin as TelegramLogin_2444852d918e04d81f9a661d3c0bde24 } from '../../../admin/TelegramLogin/TelegramLogin.tsx'
import { TeamInvites as TeamInvites_1709c973bb11620fe9fc3b591a4116d6 } from '../../../admin/TeamInvites/TeamInvites.tsx'
import { ReviewTile as ReviewTile_89a8ccc3d11a38cc4c07506b7d4caa10 } from '../../../admin/ReviewTile/ReviewTile.tsx'
import { ReviewNav as ReviewNav_5b9d235859bb69610bba603ab8868fea } from '../../../admin/ReviewNav/ReviewNav.tsx'
import { S3ClientUploadHandler as S3ClientUploadHandler_f97aa6c64367fa259c5bc0567239ef24 } from '@payloadcms/storage-s3/client'
import { ReviewView as ReviewView_9e5560191a2f67c5145a6f7b40023de2 } from '../../../admin/ReviewQueue/ReviewView.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/admin/Drip/CourseDripField.tsx#CourseDripField": CourseDripField_9554e1a8712956c011271e55c6cfdcc5,
  "/admin/TimeZoneField/TimeZoneField.tsx#TimeZoneField": TimeZoneField_07e58e08f4ef4f09acc01d7080e37ef1,
  "/admin/OwnTextPreview/OwnTextPreview.tsx#OwnTextPreview": OwnTextPreview_ed3300186f2e9aeed06e910a56329cbc,
  "/admin/PublishPanel/PublishPanel.tsx#PublishPanel": PublishPanel_a39a02a3d8de1d3379c166ee2ae6fe3e,
  "/admin/BotPanel/BotPanel.tsx#BotPanel": BotPanel_0a39d7001d46081f5969f25be19a8e91,
  "/admin/TeamPanel/TeamPanel.tsx#TeamPanel": TeamPanel_5701bc4de141ddd3ffa41bd768986763,
  "/admin/LearnersCount/LearnersCount.tsx#LearnersCount": LearnersCount_1a3fdea485758acadaa9e8cbd82c6646,
  "/admin/ImportCourse/ImportCourse.tsx#ImportCourse": ImportCourse_3d56555353a83f6d8d66fd73602e824e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/admin/LessonBlocks/LessonTableClient.tsx#LessonTableClient": LessonTableClient_dc064a5dcdfb9d0aef0187b460de26d6,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ChecklistFeatureClient": ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#TextStateFeatureClient": TextStateFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/admin/LessonPaste/LessonPasteClient.tsx#LessonPasteClient": LessonPasteClient_6a7e952a7ac3c7cb4cafdfb246bcb394,
  "/admin/LessonBlocks/MathLabel.tsx#MathLabel": MathLabel_6883887338a4b0cd387e34d38fbf94b9,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/admin/FieldAnchor/FieldAnchor.tsx#FieldAnchor": FieldAnchor_7aceae6b78c8ce55ba3d357ee939b85e,
  "/admin/QuestionDelivery/QuestionDelivery.tsx#QuestionDelivery": QuestionDelivery_6985aa59079607784f0c4312ac8dc924,
  "/admin/QuestionLabel/QuestionLabel.tsx#QuestionLabel": QuestionLabel_92e10ad3a68e1dac05b0201eba8a815e,
  "/admin/UnlockRule/UnlockRuleField.tsx#UnlockRuleField": UnlockRuleField_aa9ae79b629c9bc13c418046cc81754b,
  "/admin/Drip/StepDripField.tsx#StepDripField": StepDripField_137f922b66338222581a2df8055ac01d,
  "/admin/LearnerSteps/LearnerSteps.tsx#LearnerSteps": LearnerSteps_e16ad8ee8a2443fd7bbf7c02008a74b3,
  "/admin/TelegramAccount/TelegramAccount.tsx#TelegramAccount": TelegramAccount_087199286c908b50d518b38541cd6db9,
  "/admin/CheckBot/CheckBot.tsx#CheckBot": CheckBot_6e9d3ea5131b601c9d227ccc2527b593,
  "/admin/FleetHealth/FleetHealth.tsx#FleetHealth": FleetHealth_22a8b0a44a843da87387595aced32cbe,
  "/admin/Icon/Icon.tsx#Icon": Icon_da1e3cd24667bc6e22c6d9ebc1ed3088,
  "/admin/Logo/Logo.tsx#Logo": Logo_50a5b9751860608d49f9a8740bdde25c,
  "/admin/TelegramLogin/TelegramLogin.tsx#TelegramLogin": TelegramLogin_2444852d918e04d81f9a661d3c0bde24,
  "/admin/TeamInvites/TeamInvites.tsx#TeamInvites": TeamInvites_1709c973bb11620fe9fc3b591a4116d6,
  "/admin/ReviewTile/ReviewTile.tsx#ReviewTile": ReviewTile_89a8ccc3d11a38cc4c07506b7d4caa10,
  "/admin/ReviewNav/ReviewNav.tsx#ReviewNav": ReviewNav_5b9d235859bb69610bba603ab8868fea,
  "@payloadcms/storage-s3/client#S3ClientUploadHandler": S3ClientUploadHandler_f97aa6c64367fa259c5bc0567239ef24,
  "/admin/ReviewQueue/ReviewView.tsx#ReviewView": ReviewView_9e5560191a2f67c5145a6f7b40023de2,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
