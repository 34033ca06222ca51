/** An invented page, so that a newcomer sees the product before doing anything. Everyone and everything in it is fictitious. */

export const SAMPLE = `Port Orrin Switches On Its Tidal Lagoon, Six Years Late
Listen to the full version

By Marta Quill
Published March 6, 2026

The first turbine of the Port Orrin tidal lagoon began to turn at 5:40 on Tuesday morning, six years after the town had been told to expect it.

Brackwater Energy plc, which built the lagoon, said that the 16 turbines would reach their full output of 240 megawatts by the end of the summer, enough for about 90,000 homes.

“Nobody on this quay believed us any more, and nobody had a reason to,” said Ines Calloway, the company’s chief executive, as the sluices opened. “Today the sea did the talking.”

The idea is older than the company. The Orrin Harbour Trust drew a lagoon on its charts as early as 2011, when the last fish market closed and the town lost 400 jobs in a single winter.

Brackwater signed the contract with the trust in May 2016. It promised first power in 2020, at a cost of 610 million crowns.

Neither figure held. In February 2018 a storm broke through the unfinished western wall and carried away 1,100 metres of it. Nobody was hurt, but the repair took two years and used up the reserve.

Costs have since risen to 1.4 billion crowns. Just over half of that was paid by Brackwater’s shareholders, the rest by a levy that adds about 9 crowns a month to a household’s bill.

Critics say that the town has carried a risk that belonged to the builders. “A late lagoon is still a good lagoon,” said Tomas Verrin, who leads the local ratepayers’ league. “But the bill came on time every month.”

The turbines themselves are the work of Tessel Marine Systems Ltd., a firm of 70 people whose workshop stands within sight of the wall. Tessel replaced the original supplier in 2021, after tests showed that the first blades wore out in less than a year.

Tessel’s blades are cast in one piece and can be changed from a boat in four hours. The company says that orders from two other harbours depend on how they do in Port Orrin this winter.

The trust will keep the gates open for three hours around each spring tide, so that salmon can reach the river. An independent panel of biologists is to report on the fish every October.

If the first year goes well, Brackwater expects to ask for leave to build a second, smaller lagoon across the bay in 2027. Calloway would not be drawn on its date. “I have learned,” she said, “to let the water go first.”

- DIGEST HUB
- Port Orrin’s tidal lagoon has started up six years late, with 240 megawatts expected by the end of the summer.
- Costs have since risen to 1.4 billion crowns; just over half of that was paid by Brackwater’s shareholders.
- The success of new single-cast blades decides on orders from other harbours and on a second lagoon.
The first of 16 turbines in Port Orrin’s tidal lagoon began to turn on Tuesday. Its builder, Brackwater Energy, promises 240 megawatts by the end of the summer, enough for about 90,000 homes, and its chief executive admits that the town had stopped believing in the project[para. 1][para. 2][para. 3].
The Orrin Harbour Trust drew a lagoon on its charts as early as 2011. Brackwater signed the contract with the trust in May 2016. In February 2018 a storm broke through the unfinished western wall and carried away 1,100 metres of it. The repair took two years and used up the reserve. Costs have since risen to 1.4 billion crowns[para. 4][para. 5][para. 6][para. 7].
Tessel Marine Systems, a small local firm, took over the turbines in 2021 and casts their blades in one piece. Two other harbours are waiting for the results of this winter. Gates will open for salmon at spring tides, a panel is to report on the fish each October, and Brackwater may ask to build a second lagoon in 2027[para. 9][para. 10][para. 11][para. 12].
- Brackwater Energy plc
- Brackwater Energy plc built the Port Orrin tidal lagoon. It signed the contract in 2016, bore just over half of the cost, and expects to ask for leave to build a second lagoon.
- Tessel Marine Systems Ltd.
- Tessel replaced the original supplier in 2021, after tests showed that the first blades wore out in less than a year. Tessel’s blades are cast in one piece and can be changed from a boat in four hours.
- Orrin Harbour Trust
- The Orrin Harbour Trust drew a lagoon on its charts as early as 2011. The trust will keep the gates open for three hours around each spring tide, so that salmon can reach the river.
- Ines Calloway
- Ines Calloway is the chief executive of Brackwater Energy. She would not be drawn on a date for the second lagoon.
- 2011:
- The Orrin Harbour Trust drew a lagoon on its charts.
- May 2016:
- Brackwater signed the contract with the trust.
- February 2018:
- A storm broke through the unfinished western wall and carried away 1,100 metres of it.
- By 2027:
- If the first year goes well, Brackwater expects to ask for leave to build a second, smaller lagoon across the bay.
- PODCAST
- MOST POPULAR
`;
