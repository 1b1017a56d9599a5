'use strict';
/**
 * The words of the dialog: at most thirty, what the act is, that the content is *indicated* to take a side, who can
 * see it, and the rule. It advises; it accuses nobody and promises no sanction.
 */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).wording ??= (() => {
  const { texts } = JagaJempol;
  const LONGEST_NAME = 60;
  const MOST_REASONS = 5;

  /** @param {Act} act @returns {string} like -> Like, vote_poll -> VotePoll */
  const pascal = (act) => act.split('_').map((word) => word[0]?.toUpperCase() + word.slice(1)).join('');

  /** Who is bound by what: the joint decree of 2022 speaks of civil servants, others have rules of their own. */
  /** @type {Record<Employment, string>} */
  const RULES = {
    '': 'promptRuleAsn',
    pns: 'promptRuleAsn',
    pppk: 'promptRuleAsn',
    'non-asn': 'promptRuleNonAsn',
    'perangkat-desa': 'promptRuleVillage',
    tni: 'promptRuleTni',
    polri: 'promptRulePolri',
  };

  /** @param {Verdict} verdict */
  const indicated = ({ stance, affiliations, level }) => {
    const name = affiliations[0]?.name.slice(0, LONGEST_NAME);
    if (level === 'mention') return name ? texts.say('promptMentionNamed', name) : texts.say('promptMention');
    const key = stance === 'support' ? 'promptSupport' : stance === 'oppose' ? 'promptOppose' : 'promptNeutral';
    return name ? texts.say(`${key}Named`, name) : texts.say(key);
  };

  /** @param {PromptQuestion} question */
  const question = ({ act, verdict, employment }) => ({
    heading: texts.say(`promptAct${pascal(act)}`),
    indicated: indicated(verdict),
    seen: texts.say(`promptSeen${pascal(act)}`),
    rule: texts.say(RULES[employment] ?? RULES['']),
  });

  /** @type {Record<string, string>} */
  const FIELDS = {
    text: 'promptFieldText',
    draft: 'promptFieldDraft',
    image_alt: 'promptFieldImage',
    'quoted.text': 'promptFieldQuoted',
    'quoted.author': 'promptFieldQuotedAuthor',
    'author.name': 'promptFieldAuthor',
    'author.handle': 'promptFieldAuthor',
    'container.name': 'promptFieldContainer',
    'link.title': 'promptFieldLink',
    'link.url': 'promptFieldLink',
  };

  /**
   * The reasons, strongest first, without repeating the wording of the post: shown words become a recipe for hiding.
   * @param {Verdict} verdict @returns {string[]}
   */
  const evidence = ({ evidence: all = [] }) => {
    const lines = [...all].sort((a, b) => b.points - a.points).filter(({ points }) => points > 0).map(({ why, field }) => {
      const place = FIELDS[field.replace(/\[\d+\]$/, '')];
      return place ? texts.say('promptReason', why, texts.say(place)) : why;
    });
    return [...new Set(lines)].slice(0, MOST_REASONS);
  };

  /** @param {Level} level */
  const mark = (level) => texts.say(level === 'campaign' ? 'markCampaign' : 'markMention');

  return { question, evidence, mark };
})();
