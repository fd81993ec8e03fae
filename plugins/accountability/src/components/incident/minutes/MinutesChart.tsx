import { IncidentResponse } from 'backstage-plugin-accountability-common';
import { PlotFrame } from '../../timeline/PlotFrame';
import { AlertBars } from './drawing/AlertBars';
import { AnswerMarks } from './drawing/AnswerMarks';
import { DeploymentBars } from './drawing/DeploymentBars';
import { ImpactBand } from './drawing/ImpactBand';
import { IncidentBars } from './drawing/IncidentBars';
import { MinuteAxis } from './drawing/MinuteAxis';
import { MinuteLinks } from './drawing/MinuteLinks';
import { EarlierInHand } from './EarlierInHand';
import { EARLIER, MinutesLayout } from './layoutMinutes';
import { RecordInHand } from './RecordInHand';
import { useMinuteLanes } from './useMinuteLanes';

/** The minutes as a chart: deployments, what they did, and who answered. */
export function MinutesChart(props: {
  data: IncidentResponse;
  layout: MinutesLayout;
  sentence: string;
}) {
  const { data, layout, sentence } = props;
  const lanes = useMinuteLanes(layout);
  return (
    <PlotFrame
      layout={layout}
      sentence={sentence}
      lanes={lanes}
      tell={({ id }) =>
        id === EARLIER ? (
          <EarlierInHand data={data} layout={layout} />
        ) : (
          <RecordInHand data={data} id={id} layout={layout} />
        )
      }
      draw={hatch => (
        <>
          <ImpactBand layout={layout} incident={data.incident} />
          <MinuteAxis layout={layout} />
          <MinuteLinks links={layout.links} />
          <DeploymentBars layout={layout} />
          <AlertBars layout={layout} />
          <IncidentBars layout={layout} data={data} hatch={hatch} />
          <AnswerMarks layout={layout} />
        </>
      )}
    />
  );
}
